//! Open lists of names and words that the tagger goes by, as hashes: places, given names, family names, ordinary words.

use std::collections::HashMap;

use super::classes::Classes;
use super::hashed::{Hashed, hash};

/// Titles before a person's name.
const TITLES: [&str; 80] = [
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "miss",
    "sir",
    "lord",
    "lady",
    "dame",
    "president",
    "vice-president",
    "minister",
    "premier",
    "chancellor",
    "bundeskanzler",
    "secretary",
    "senator",
    "sen.",
    "rep.",
    "representative",
    "congressman",
    "congresswoman",
    "governor",
    "gov.",
    "mayor",
    "councillor",
    "ambassador",
    "spokesman",
    "spokeswoman",
    "chairman",
    "chairwoman",
    "director",
    "judge",
    "justice",
    "general",
    "gen.",
    "colonel",
    "col.",
    "major",
    "maj.",
    "captain",
    "capt.",
    "lieutenant",
    "lt.",
    "sergeant",
    "sgt.",
    "corporal",
    "commander",
    "admiral",
    "officer",
    "detective",
    "inspector",
    "superintendent",
    "constable",
    "sheriff",
    "attorney",
    "professor",
    "prof.",
    "reverend",
    "rev.",
    "pastor",
    "archbishop",
    "bishop",
    "cardinal",
    "coach",
    "king",
    "queen",
    "prince",
    "princess",
    "duke",
    "emperor",
    "sultan",
    "pope",
    "sheikh",
    "ayatollah",
    "commissioner",
];

/// Titles that are surnames as well.
const SURNAMES_TOO: [&str; 15] = [
    "miss",
    "lord",
    "lady",
    "dame",
    "major",
    "general",
    "constable",
    "bishop",
    "cardinal",
    "king",
    "prince",
    "duke",
    "pope",
    "coach",
    "justice",
];

/// Words that organisations' names end in, or hold.
const ORGANISATIONS: [&str; 62] = [
    "inc",
    "inc.",
    "corp",
    "corp.",
    "ltd",
    "ltd.",
    "co",
    "co.",
    "plc",
    "llc",
    "ag",
    "gmbh",
    "sa",
    "nv",
    "bank",
    "group",
    "company",
    "corporation",
    "holdings",
    "university",
    "college",
    "school",
    "institute",
    "ministry",
    "department",
    "agency",
    "commission",
    "committee",
    "council",
    "court",
    "party",
    "union",
    "association",
    "federation",
    "league",
    "club",
    "fc",
    "united",
    "police",
    "army",
    "navy",
    "force",
    "airlines",
    "airways",
    "motors",
    "industries",
    "systems",
    "international",
    "partners",
    "capital",
    "securities",
    "exchange",
    "times",
    "post",
    "news",
    "journal",
    "foundation",
    "office",
    "bureau",
    "board",
    "authority",
    "organization",
];

/// Words for the people of a country, a part of the world or a faith.
const DEMONYMS: [&str; 199] = [
    "afghan",
    "african",
    "albanian",
    "algerian",
    "american",
    "andorran",
    "angolan",
    "arab",
    "argentine",
    "argentinian",
    "armenian",
    "asian",
    "australian",
    "austrian",
    "azerbaijani",
    "azeri",
    "bahamian",
    "bahraini",
    "balinese",
    "bangladeshi",
    "barbadian",
    "basque",
    "bavarian",
    "belarusian",
    "belarussian",
    "belgian",
    "bengali",
    "beninese",
    "bolivian",
    "bosnian",
    "botswanan",
    "brazilian",
    "breton",
    "british",
    "bulgarian",
    "burmese",
    "burundian",
    "californian",
    "cambodian",
    "cameroonian",
    "canadian",
    "catalan",
    "chadian",
    "chechen",
    "chilean",
    "chinese",
    "colombian",
    "congolese",
    "corsican",
    "croat",
    "croatian",
    "cuban",
    "cypriot",
    "czech",
    "danish",
    "dominican",
    "dutch",
    "ecuadorean",
    "ecuadorian",
    "egyptian",
    "emirati",
    "english",
    "eritrean",
    "estonian",
    "ethiopian",
    "european",
    "fijian",
    "filipino",
    "finnish",
    "flemish",
    "french",
    "gabonese",
    "gambian",
    "georgian",
    "german",
    "ghanaian",
    "greek",
    "guatemalan",
    "guinean",
    "guyanese",
    "haitian",
    "honduran",
    "hungarian",
    "icelandic",
    "indian",
    "indonesian",
    "iranian",
    "iraqi",
    "irish",
    "israeli",
    "italian",
    "ivorian",
    "jamaican",
    "japanese",
    "jewish",
    "jordanian",
    "kashmiri",
    "kazakh",
    "kenyan",
    "kiwi",
    "korean",
    "kosovar",
    "kurdish",
    "kuwaiti",
    "kyrgyz",
    "laotian",
    "latin",
    "latvian",
    "lebanese",
    "liberian",
    "libyan",
    "lithuanian",
    "macedonian",
    "malagasy",
    "malawian",
    "malay",
    "malaysian",
    "maldivian",
    "malian",
    "maltese",
    "mauritanian",
    "mauritian",
    "mexican",
    "moldovan",
    "mongolian",
    "montenegrin",
    "moroccan",
    "mozambican",
    "muslim",
    "namibian",
    "nepalese",
    "nepali",
    "nicaraguan",
    "nigerian",
    "norwegian",
    "omani",
    "pakistani",
    "palestinian",
    "panamanian",
    "papuan",
    "paraguayan",
    "persian",
    "peruvian",
    "polish",
    "portuguese",
    "prussian",
    "qatari",
    "romanian",
    "russian",
    "rwandan",
    "salvadoran",
    "samoan",
    "saudi",
    "scandinavian",
    "scottish",
    "senegalese",
    "serb",
    "serbian",
    "siberian",
    "sicilian",
    "sikh",
    "singaporean",
    "slovak",
    "slovakian",
    "slovene",
    "slovenian",
    "somali",
    "soviet",
    "spanish",
    "sudanese",
    "surinamese",
    "swazi",
    "swedish",
    "swiss",
    "syrian",
    "taiwanese",
    "tajik",
    "tanzanian",
    "texan",
    "thai",
    "tibetan",
    "tongan",
    "trinidadian",
    "tunisian",
    "turkish",
    "turkmen",
    "ugandan",
    "ukrainian",
    "uruguayan",
    "uzbek",
    "venezuelan",
    "vietnamese",
    "welsh",
    "yemeni",
    "yemenite",
    "yugoslav",
    "yugoslavian",
    "zambian",
    "zimbabwean",
];

/// What a phrase is listed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    Place = 1,
    Given = 2,
    Family = 4,
    /// Seen in lower case in the training data.
    Ordinary = 8,
    /// Stands before a person's name.
    Title = 16,
    /// The last word, or one of them, of organisations' names.
    Organisation = 32,
    /// For the people of a country.
    Demonym = 64,
    /// An organisation's name.
    Body = 128,
}

/// The most words of a listed phrase.
pub(super) const LONGEST: usize = 4;

/// Phrases by the hash of their lower-case form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lists {
    listed: HashMap<u32, u8, Hashed>,
    pub classes: Classes,
}

/// Whether a word is a title, as `Senator` is: alone it names nobody.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.iter().any(|title| word.eq_ignore_ascii_case(title))
}

/// Whether a title is also many people's surname, as `King` is.
pub(super) fn is_surname_too(title: &str) -> bool {
    SURNAMES_TOO
        .iter()
        .any(|surname| title.eq_ignore_ascii_case(surname))
}

/// Whether a name says where somebody is from, as `South Korean` does: it names nobody.
pub fn is_demonym(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let one = last.strip_suffix('s').unwrap_or(last);
    DEMONYMS
        .iter()
        .any(|demonym| last.eq_ignore_ascii_case(demonym) || one.eq_ignore_ascii_case(demonym))
}

impl Lists {
    /// The lists that come with the program: titles, organisations' words, demonyms.
    pub fn built_in() -> Self {
        let mut lists = Self::default();
        for (list, words) in [
            (List::Title, TITLES.as_slice()),
            (List::Organisation, &ORGANISATIONS),
            (List::Demonym, &DEMONYMS),
        ] {
            for word in words {
                lists.add(list, word);
            }
        }
        lists
    }

    /// Lists a phrase; its words are joined by single blanks.
    pub fn add(&mut self, list: List, phrase: &str) {
        *self.listed.entry(key(&phrase.to_lowercase())).or_default() |= list as u8;
    }

    /// The lists of a phrase in lower case, as bits.
    pub(super) fn of(&self, lower: &str) -> u8 {
        self.listed.get(&key(lower)).copied().unwrap_or(0)
    }

    pub(super) fn entries(&self) -> Vec<(u32, u8)> {
        let mut entries: Vec<(u32, u8)> = self
            .listed
            .iter()
            .map(|(key, bits)| (*key, *bits))
            .collect();
        entries.sort_unstable();
        entries
    }

    pub(super) fn from_entries(entries: impl Iterator<Item = (u32, u8)>, classes: Classes) -> Self {
        Self {
            listed: entries.collect(),
            classes,
        }
    }
}

fn key(lower: &str) -> u32 {
    let hash = hash(0, lower.as_bytes());
    (hash ^ (hash >> 32)) as u32
}
