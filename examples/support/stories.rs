//! Made-up stories, the same for the same seed: about 2.5 KB each, words after Zipf's law, 200,000 different names, every
//! two-hundredth story with Chinese in it, dates over twenty years.

/// Different words. Word number `r` (from 0) comes about `1 / (r + 3)` as often as all of them together.
const WORDS: usize = 60_000;
const FIRST_NAMES: u64 = 1_000;
const LAST_NAMES: u64 = 200;
/// The length of a body (bytes).
const BODY: usize = 2_100;
const HAN: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞";

/// Stories without end.
pub(crate) struct Stories {
    random: Random,
    words: Vec<String>,
    han: Vec<char>,
    next: u64,
}

impl Stories {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            random: Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
            words: (0..WORDS as u64).map(word).collect(),
            han: HAN.chars().collect(),
            next: 0,
        }
    }
}

impl Iterator for Stories {
    type Item = serde_json::Value;

    fn next(&mut self) -> Option<serde_json::Value> {
        let number = self.next;
        self.next += 1;
        Some(story(number, &mut self.random, &self.words, &self.han))
    }
}

fn story(n: u64, random: &mut Random, words: &[String], han: &[char]) -> serde_json::Value {
    let chinese = random.below(200) == 0;
    let names: Vec<String> = (0..4).map(|_| name(random)).collect();
    let headline = format!("{} {}", names[0], sentence(random, words, 7));
    let mut body = String::with_capacity(BODY + 200);
    while body.len() < BODY {
        let length = 8 + random.below(18);
        let mut text = sentence(random, words, length);
        if random.below(4) == 0 {
            let who = random.below(names.len() as u64) as usize;
            text = format!("{} {text}", names[who]);
        }
        if chinese && random.below(3) == 0 {
            text.extend((0..12).map(|_| han[random.below(han.len() as u64) as usize]));
        }
        body += &text;
        body += if random.below(5) == 0 { ".\n\n" } else { ". " };
    }
    let (year, month, day) = (
        2005 + random.below(20),
        1 + random.below(12),
        1 + random.below(28),
    );
    serde_json::json!({
        "id": format!("made-{n:07}"),
        "headline": headline,
        "body": body,
        "published": format!("{year}-{month:02}-{day:02}"),
        "sources": [{"publisher": format!("Paper {}", random.below(300)), "url": format!("https://example.org/{n}")}],
        "tags": [words[random.below(50) as usize + 100]],
    })
}

fn sentence(random: &mut Random, words: &[String], length: u64) -> String {
    let mut text = String::new();
    for i in 0..length {
        let word = &words[random.zipf(words.len())];
        match i {
            0 => text.extend(word.chars().next().map(|c| c.to_ascii_uppercase())),
            _ => text.push(' '),
        }
        text += if i == 0 { &word[1..] } else { word };
    }
    text
}

fn name(random: &mut Random) -> String {
    let (first, last) = (random.below(FIRST_NAMES), random.below(LAST_NAMES));
    let capital = |word: String| word[..1].to_ascii_uppercase() + &word[1..];
    format!(
        "{} {}",
        capital(word(first * 7 + 11)),
        capital(word(last * 13 + 90_000))
    )
}

/// The word of a number: syllables, short ones first.
fn word(mut number: u64) -> String {
    const ONSETS: &[u8] = b"bcdfghjklmnpqrstvwxz";
    const VOWELS: &[u8] = b"aeiou";
    let mut text = String::new();
    number += 1;
    while number > 0 {
        let digit = number % 100;
        text.push(ONSETS[(digit / 5) as usize] as char);
        text.push(VOWELS[(digit % 5) as usize] as char);
        number /= 100;
    }
    text
}

/// `SplitMix64` (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }

    /// A rank from 0 with Zipf's law, by inverting its continuous form.
    fn zipf(&mut self, ranks: usize) -> usize {
        let unit = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        let (low, high) = (3.0_f64, ranks as f64 + 3.0);
        (low * (high / low).powf(unit) - low) as usize
    }
}
