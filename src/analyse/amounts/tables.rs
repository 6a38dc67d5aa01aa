//! The signs, codes, names and scales that amounts are written with.

/// Signs before (or without a blank behind) a number, the longer first.
#[rustfmt::skip]
pub(super) const SIGNS: [(&str, &str); 25] = [
    ("US$", "USD"), ("HK$", "HKD"), ("AU$", "AUD"), ("CA$", "CAD"), ("NZ$", "NZD"), ("NT$", "TWD"), ("MX$", "MXN"),
    ("C$", "CAD"), ("A$", "AUD"), ("S$", "SGD"), ("R$", "BRL"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"),
    ("¥", "JPY"), ("￥", "JPY"), ("₩", "KRW"), ("₿", "BTC"), ("₹", "INR"), ("₽", "RUB"), ("₫", "VND"), ("₺", "TRY"),
    ("₴", "UAH"), ("Ξ", "ETH"), ("₱", "PHP"),
];

/// Codes as they are written; those of the second kind only behind a number.
#[rustfmt::skip]
pub(super) const CODES: [&str; 27] = [
    "USD", "EUR", "GBP", "JPY", "CNY", "CNH", "RMB", "Rmb", "HKD", "KRW", "AUD", "CAD", "CHF", "SGD", "NZD", "INR",
    "RUB", "BRL", "TWD", "THB", "SEK", "NOK", "DKK", "ZAR", "MXN", "BTC", "ETH",
];
#[rustfmt::skip]
pub(super) const TICKERS: [&str; 20] = [
    "XRP", "LTC", "BCH", "BSV", "USDT", "USDC", "EOS", "DOGE", "ADA", "TRX", "BNB", "XLM", "XMR", "DASH", "ETC",
    "OKB", "XEM", "NEM", "XBT", "SOL",
];

/// Names behind a number, in lower case.
#[rustfmt::skip]
pub(super) const NAMES: [(&str, &str); 48] = [
    ("dollar", "USD"), ("dollars", "USD"), ("yuan", "CNY"), ("renminbi", "CNY"), ("rmb", "CNY"), ("yen", "JPY"),
    ("won", "KRW"), ("euro", "EUR"), ("euros", "EUR"), ("pound", "GBP"), ("pounds", "GBP"), ("franc", "CHF"),
    ("francs", "CHF"), ("rupee", "INR"), ("rupees", "INR"), ("ruble", "RUB"), ("rubles", "RUB"), ("rouble", "RUB"),
    ("roubles", "RUB"), ("baht", "THB"), ("ringgit", "MYR"), ("bitcoin", "BTC"), ("bitcoins", "BTC"),
    ("ether", "ETH"), ("ethers", "ETH"), ("ethereum", "ETH"), ("litecoin", "LTC"), ("litecoins", "LTC"),
    ("ripple", "XRP"), ("dogecoin", "DOGE"), ("dogecoins", "DOGE"), ("tether", "USDT"), ("tethers", "USDT"),
    ("monero", "XMR"), ("cents", "USD"), ("pence", "GBP"), ("美元", "USD"), ("人民币", "CNY"), ("港元", "HKD"),
    ("日元", "JPY"), ("日圆", "JPY"), ("韩元", "KRW"), ("欧元", "EUR"), ("英镑", "GBP"), ("比特币", "BTC"), ("以太坊", "ETH"),
    ("元", "CNY"), ("円", "JPY"),
];

/// Countries before a name, in lower case, with what they make of a dollar.
#[rustfmt::skip]
pub(super) const COUNTRIES: [(&str, &str); 16] = [
    ("u.s. ", "USD"), ("us ", "USD"), ("american ", "USD"), ("hong kong ", "HKD"), ("canadian ", "CAD"),
    ("australian ", "AUD"), ("singapore ", "SGD"), ("singaporean ", "SGD"), ("new zealand ", "NZD"),
    ("taiwan ", "TWD"), ("chinese ", ""), ("japanese ", ""), ("british ", ""), ("swiss ", ""), ("korean ", ""),
    ("south korean ", ""),
];

#[rustfmt::skip]
pub(super) const SCALES: [(&str, f64); 24] = [
    ("thousand", 1e3), ("million", 1e6), ("millions", 1e6), ("billion", 1e9), ("trillion", 1e12), ("hundred", 1e2),
    ("mln", 1e6), ("mn", 1e6), ("m", 1e6), ("bln", 1e9), ("bn", 1e9), ("b", 1e9), ("tn", 1e12), ("trn", 1e12),
    ("k", 1e3), ("lakh", 1e5), ("crore", 1e7), ("万", 1e4), ("萬", 1e4), ("亿", 1e8), ("億", 1e8), ("万亿", 1e12),
    ("千", 1e3), ("百万", 1e6),
];
