//! The signs, codes, names and scales that amounts are written with.

/// Letters and signs before a number, the longer first.
#[rustfmt::skip]
pub(super) const BEFORE: [(&str, &str); 44] = [
    ("US$", "USD"), ("HK$", "HKD"), ("AU$", "AUD"), ("CA$", "CAD"), ("NZ$", "NZD"), ("NT$", "TWD"), ("MX$", "MXN"),
    ("Mex$", "MXN"), ("RD$", "DOP"), ("TT$", "TTD"), ("Can$", "CAD"), ("CAN$", "CAD"), ("Cdn$", "CAD"), ("C$", "CAD"),
    ("A$", "AUD"), ("S$", "SGD"), ("R$", "BRL"), ("J$", "JMD"), ("Z$", "ZWL"), ("$A", "AUD"), ("$NZ", "NZD"), ("E£", "EGP"),
    ("Rs.", "INR"), ("Rs", "INR"), ("Rp", "IDR"), ("kr", "SEK"), ("DKr", "DKK"), ("DKK", "DKK"), ("SKr", "SEK"), ("NKr", "NOK"),
    ("SFr.", "CHF"), ("SFr", "CHF"), ("KShs", "KES"), ("KSh", "KES"), ("Ksh", "KES"), ("TSh", "TZS"), ("Tsh", "TZS"),
    ("USh", "UGX"), ("Ush", "UGX"), ("GH¢", "GHS"), ("GH₵", "GHS"), ("GHC", "GHS"), ("zł", "PLN"), ("B/.", "PAB"),
];

/// Letters before a number that say something else as often: only a scale or a clear figure tells that it is money.
#[rustfmt::skip]
pub(super) const DOUBTFUL: [(&str, &str); 23] = [
    ("Shs", "KES"), ("Sh", "KES"), ("RM", "MYR"), ("QR", "QAR"), ("SR", "SAR"), ("Php", "PHP"), ("PhP", "PHP"), ("PHP", "PHP"),
    ("TRY", "TRY"), ("SDG", "SDG"), ("MAD", "MAD"), ("COP", "COP"), ("CLP", "CLP"), ("ARS", "ARS"), ("PEN", "PEN"),
    ("RON", "RON"), ("ETB", "ETB"), ("RWF", "RWF"), ("ZMW", "ZMW"), ("NPR", "NPR"), ("R", "ZAR"), ("N", "NGN"), ("P", "PHP"),
];

/// Signs that stand before a number, or behind it without a blank.
#[rustfmt::skip]
pub(super) const SIGNS: [(&str, &str); 18] = [
    ("$", "USD"), ("€", "EUR"), ("£", "GBP"),
    ("¥", "JPY"), ("￥", "JPY"), ("₩", "KRW"), ("₿", "BTC"), ("₹", "INR"), ("₽", "RUB"), ("₫", "VND"), ("₺", "TRY"),
    ("₴", "UAH"), ("Ξ", "ETH"), ("₱", "PHP"), ("₦", "NGN"), ("₪", "ILS"), ("₸", "KZT"), ("₵", "GHS"),
];

/// Codes as they are written; those of the second kind only behind a number.
#[rustfmt::skip]
pub(super) const CODES: [&str; 50] = [
    "USD", "EUR", "GBP", "JPY", "CNY", "CNH", "RMB", "Rmb", "HKD", "KRW", "AUD", "CAD", "CHF", "SGD", "NZD", "INR",
    "RUB", "BRL", "TWD", "THB", "SEK", "NOK", "DKK", "ZAR", "MXN", "BTC", "ETH",
    "AED", "SAR", "QAR", "KWD", "EGP", "ILS", "PLN", "CZK", "HUF", "IDR", "NGN", "VND",
    "KES", "UGX", "TZS", "GHS", "MYR", "PKR", "LKR", "BDT", "UAH", "KZT", "ISK",
];
#[rustfmt::skip]
pub(super) const TICKERS: [&str; 32] = [
    "XRP", "LTC", "BCH", "BSV", "USDT", "USDC", "EOS", "DOGE", "ADA", "TRX", "BNB", "XLM", "XMR", "DASH", "ETC",
    "OKB", "XEM", "NEM", "XBT", "SOL", "PHP", "TRY",
    "WBTC", "wBTC", "WETH", "wETH", "stETH", "BUSD", "AVAX", "MATIC", "SHIB", "FTT",
];

/// Names behind a number, in lower case.
#[rustfmt::skip]
pub(super) const NAMES: [(&str, &str); 90] = [
    ("dollar", "USD"), ("dollars", "USD"), ("yuan", "CNY"), ("renminbi", "CNY"), ("rmb", "CNY"), ("yen", "JPY"),
    ("won", "KRW"), ("euro", "EUR"), ("euros", "EUR"), ("pound", "GBP"), ("pounds", "GBP"), ("franc", "CHF"),
    ("francs", "CHF"), ("rupee", "INR"), ("rupees", "INR"), ("ruble", "RUB"), ("rubles", "RUB"), ("rouble", "RUB"),
    ("roubles", "RUB"), ("baht", "THB"), ("ringgit", "MYR"), ("bitcoin", "BTC"), ("bitcoins", "BTC"),
    ("ether", "ETH"), ("ethers", "ETH"), ("ethereum", "ETH"), ("litecoin", "LTC"), ("litecoins", "LTC"),
    ("ripple", "XRP"), ("dogecoin", "DOGE"), ("dogecoins", "DOGE"), ("tether", "USDT"), ("tethers", "USDT"),
    ("monero", "XMR"), ("cents", "USD"), ("pence", "GBP"), ("美元", "USD"), ("人民币", "CNY"), ("港元", "HKD"),
    ("日元", "JPY"), ("日圆", "JPY"), ("韩元", "KRW"), ("欧元", "EUR"), ("英镑", "GBP"), ("比特币", "BTC"), ("以太坊", "ETH"),
    ("日圓", "JPY"), ("美金", "USD"), ("元", "CNY"), ("円", "JPY"), ("원", "KRW"), ("ドル", "USD"),
    ("rupiah", "IDR"), ("rand", "ZAR"), ("naira", "NGN"), ("dirham", "AED"), ("dirhams", "AED"), ("riyal", "SAR"), ("riyals", "SAR"), ("rial", "IRR"), ("rials", "IRR"),
    ("kronor", "SEK"), ("krona", "SEK"), ("kroner", "NOK"), ("krone", "NOK"), ("zloty", "PLN"), ("zlotys", "PLN"), ("lira", "TRY"),
    ("liras", "TRY"), ("peso", "MXN"), ("pesos", "MXN"), ("shekel", "ILS"), ("shekels", "ILS"), ("forint", "HUF"), ("forints", "HUF"),
    ("koruna", "CZK"), ("hryvnia", "UAH"), ("hryvnias", "UAH"), ("dong", "VND"), ("taka", "BDT"), ("tenge", "KZT"), ("dinar", "KWD"),
    ("dinars", "KWD"), ("shilling", "KES"), ("shillings", "KES"), ("cedi", "GHS"), ("cedis", "GHS"), ("reais", "BRL"), ("zl", "PLN"), ("zł", "PLN"),
];

/// Countries before a name, in lower case, with what they make of a name that several countries use.
#[rustfmt::skip]
pub(super) const COUNTRIES: [(&str, &[(&str, &str)]); 66] = [
    ("u.s. ", &[]), ("us ", &[]), ("american ", &[]), ("hong kong ", &[("dollar", "HKD")]), ("canadian ", &[("dollar", "CAD")]),
    ("australian ", &[("dollar", "AUD")]), ("singapore ", &[("dollar", "SGD")]), ("singaporean ", &[("dollar", "SGD")]),
    ("new zealand ", &[("dollar", "NZD")]), ("taiwan ", &[("dollar", "TWD")]), ("new taiwan ", &[("dollar", "TWD")]),
    ("jamaican ", &[("dollar", "JMD")]), ("chinese ", &[]), ("japanese ", &[]), ("british ", &[]), ("swiss ", &[]), ("korean ", &[]),
    ("south korean ", &[]), ("egyptian ", &[("pound", "EGP")]), ("lebanese ", &[("pound", "LBP"), ("lira", "LBP")]),
    ("syrian ", &[("pound", "SYP")]), ("turkish ", &[]), ("mexican ", &[]), ("philippine ", &[("peso", "PHP")]),
    ("argentine ", &[("peso", "ARS")]), ("colombian ", &[("peso", "COP")]), ("chilean ", &[("peso", "CLP")]), ("danish ", &[("kron", "DKK")]),
    ("norwegian ", &[]), ("swedish ", &[]), ("pakistani ", &[("rupee", "PKR")]), ("sri lankan ", &[("rupee", "LKR")]),
    ("iranian ", &[]), ("moroccan ", &[("dirham", "MAD")]),
    ("sudanese ", &[("pound", "SDG")]), ("south sudanese ", &[("pound", "SSP")]), ("kenyan ", &[]), ("kenya ", &[]),
    ("ugandan ", &[("shilling", "UGX")]), ("uganda ", &[("shilling", "UGX")]), ("tanzanian ", &[("shilling", "TZS")]),
    ("tanzania ", &[("shilling", "TZS")]), ("somali ", &[("shilling", "SOS")]), ("ghanaian ", &[]), ("ghana ", &[]),
    ("nigerian ", &[]), ("malaysian ", &[]), ("south african ", &[]), ("indonesian ", &[]), ("thai ", &[]), ("polish ", &[]),
    ("qatari ", &[("riyal", "QAR")]), ("saudi ", &[]), ("emirati ", &[]), ("uae ", &[]), ("kuwaiti ", &[]),
    ("iraqi ", &[("dinar", "IQD")]), ("jordanian ", &[("dinar", "JOD")]), ("bahraini ", &[("dinar", "BHD")]),
    ("tunisian ", &[("dinar", "TND")]), ("algerian ", &[("dinar", "DZD")]), ("serbian ", &[("dinar", "RSD")]), ("indian ", &[]),
    ("nepalese ", &[("rupee", "NPR")]), ("icelandic ", &[("kron", "ISK")]), ("belarusian ", &[("r", "BYN")]),
];

#[rustfmt::skip]
pub(super) const SCALES: [(&str, f64); 31] = [
    ("thousand", 1e3), ("million", 1e6), ("millions", 1e6), ("billion", 1e9), ("trillion", 1e12), ("hundred", 1e2),
    ("mln", 1e6), ("mn", 1e6), ("m", 1e6), ("bln", 1e9), ("bn", 1e9), ("b", 1e9), ("tn", 1e12), ("trn", 1e12),
    ("k", 1e3), ("lakh", 1e5), ("crore", 1e7), ("万", 1e4), ("萬", 1e4), ("亿", 1e8), ("億", 1e8), ("万亿", 1e12),
    ("千", 1e3), ("百万", 1e6), ("crores", 1e7), ("cr", 1e7), ("lakhs", 1e5), ("billions", 1e9), ("trillions", 1e12),
    ("mio", 1e6), ("mm", 1e6),
];
