//! The words that the tagger goes by and that come with the program: titles, words of organisations' names, demonyms.

/// Titles before a person's name.
#[rustfmt::skip]
pub(super) const TITLES: [&str; 80] = [
    "admiral", "ambassador", "archbishop", "attorney", "ayatollah", "bishop", "bundeskanzler", "capt.", "captain",
    "cardinal", "chairman", "chairwoman", "chancellor", "coach", "col.", "colonel", "commander", "commissioner",
    "congressman", "congresswoman", "constable", "corporal", "councillor", "dame", "detective", "director", "dr",
    "dr.", "duke", "emperor", "gen.", "general", "gov.", "governor", "inspector", "judge", "justice", "king",
    "lady", "lieutenant", "lord", "lt.", "maj.", "major", "mayor", "minister", "miss", "mr", "mr.", "mrs", "mrs.",
    "ms", "ms.", "officer", "pastor", "pope", "premier", "president", "prince", "princess", "prof.", "professor",
    "queen", "rep.", "representative", "rev.", "reverend", "secretary", "sen.", "senator", "sergeant", "sgt.",
    "sheikh", "sheriff", "sir", "spokesman", "spokeswoman", "sultan", "superintendent", "vice-president",
];

/// What somebody is at a body that may be named before: `FEMA Administrator Brock Long`. The tagger knows nothing of them.
#[rustfmt::skip]
pub(super) const ROLES: [&str; 14] = [
    "administrator", "candidate", "ceo", "cfo", "chair", "chairperson", "co-founder", "envoy", "founder",
    "lawmaker", "leader", "spokesperson", "treasurer", "undersecretary",
];

/// Titles that are surnames or ends of names as well.
#[rustfmt::skip]
pub(super) const SURNAMES_TOO: [&str; 16] = [
    "queen",    "miss", "lord", "lady", "dame", "major", "general", "constable", "bishop", "cardinal", "king", "prince", "duke",
    "pope", "coach", "justice",
];

/// Words that organisations' names end in, or hold.
#[rustfmt::skip]
pub(super) const ORGANISATIONS: [&str; 62] = [
    "inc", "inc.", "corp", "corp.", "ltd", "ltd.", "co", "co.", "plc", "llc", "ag", "gmbh", "sa", "nv", "bank",
    "group", "company", "corporation", "holdings", "university", "college", "school", "institute", "ministry",
    "department", "agency", "commission", "committee", "council", "court", "party", "union", "association",
    "federation", "league", "club", "fc", "united", "police", "army", "navy", "force", "airlines", "airways",
    "motors", "industries", "systems", "international", "partners", "capital", "securities", "exchange", "times",
    "post", "news", "journal", "foundation", "office", "bureau", "board", "authority", "organization",
];

/// Words for the people of a country, a part of the world or a faith.
#[rustfmt::skip]
pub(super) const DEMONYMS: [&str; 199] = [
    "afghan", "african", "albanian", "algerian", "american", "andorran", "angolan", "arab", "argentine",
    "argentinian", "armenian", "asian", "australian", "austrian", "azerbaijani", "azeri", "bahamian", "bahraini",
    "balinese", "bangladeshi", "barbadian", "basque", "bavarian", "belarusian", "belarussian", "belgian", "bengali",
    "beninese", "bolivian", "bosnian", "botswanan", "brazilian", "breton", "british", "bulgarian", "burmese",
    "burundian", "californian", "cambodian", "cameroonian", "canadian", "catalan", "chadian", "chechen", "chilean",
    "chinese", "colombian", "congolese", "corsican", "croat", "croatian", "cuban", "cypriot", "czech", "danish",
    "dominican", "dutch", "ecuadorean", "ecuadorian", "egyptian", "emirati", "english", "eritrean", "estonian",
    "ethiopian", "european", "fijian", "filipino", "finnish", "flemish", "french", "gabonese", "gambian", "georgian",
    "german", "ghanaian", "greek", "guatemalan", "guinean", "guyanese", "haitian", "honduran", "hungarian",
    "icelandic", "indian", "indonesian", "iranian", "iraqi", "irish", "israeli", "italian", "ivorian", "jamaican",
    "japanese", "jewish", "jordanian", "kashmiri", "kazakh", "kenyan", "kiwi", "korean", "kosovar", "kurdish",
    "kuwaiti", "kyrgyz", "laotian", "latin", "latvian", "lebanese", "liberian", "libyan", "lithuanian", "macedonian",
    "malagasy", "malawian", "malay", "malaysian", "maldivian", "malian", "maltese", "mauritanian", "mauritian",
    "mexican", "moldovan", "mongolian", "montenegrin", "moroccan", "mozambican", "muslim", "namibian", "nepalese",
    "nepali", "nicaraguan", "nigerian", "norwegian", "omani", "pakistani", "palestinian", "panamanian", "papuan",
    "paraguayan", "persian", "peruvian", "polish", "portuguese", "prussian", "qatari", "romanian", "russian",
    "rwandan", "salvadoran", "samoan", "saudi", "scandinavian", "scottish", "senegalese", "serb", "serbian",
    "siberian", "sicilian", "sikh", "singaporean", "slovak", "slovakian", "slovene", "slovenian", "somali", "soviet",
    "spanish", "sudanese", "surinamese", "swazi", "swedish", "swiss", "syrian", "taiwanese", "tajik", "tanzanian",
    "texan", "thai", "tibetan", "tongan", "trinidadian", "tunisian", "turkish", "turkmen", "ugandan", "ukrainian",
    "uruguayan", "uzbek", "venezuelan", "vietnamese", "welsh", "yemeni", "yemenite", "yugoslav", "yugoslavian",
    "zambian", "zimbabwean",
];

/// What somebody is secretary or minister of, before the name.
#[rustfmt::skip]
pub(super) const OFFICES: [&str; 16] = [
    "State", "Defense", "Defence", "Commerce", "Labor", "Energy", "Education", "Agriculture", "Interior", "Treasury",
    "Transportation", "Health", "Justice", "War", "Finance", "Staff",
];

/// Companies whose names end in `'s`.
#[rustfmt::skip]
pub(super) const BRANDS: [&str; 14] = [
    "Moody", "McDonald", "Sotheby", "Christie", "Sainsbury", "Macy", "Kohl", "Wendy", "Domino", "Denny", "Bloomingdale",
    "Lowe", "Kellogg", "Poor",
];

/// Countries whose companies the news names behind theirs: `Norway's Statoil`.
#[rustfmt::skip]
pub(super) const COUNTRIES: [&str; 48] = [
    "America", "Argentina", "Australia", "Austria", "Belgium", "Brazil", "Britain", "Canada", "Chile", "China", "Colombia",
    "Denmark", "Egypt", "Finland", "France", "Germany", "Greece", "India", "Indonesia", "Iran", "Iraq", "Ireland", "Israel",
    "Italy", "Japan", "Kenya", "Korea", "Malaysia", "Mexico", "Netherlands", "Nigeria", "Norway", "Pakistan", "Poland",
    "Portugal", "Qatar", "Russia", "Arabia", "Singapore", "Spain", "Sweden", "Switzerland", "Taiwan", "Thailand",
    "Turkey", "Ukraine", "Venezuela", "Vietnam",
];
