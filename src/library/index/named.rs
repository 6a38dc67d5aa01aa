//! The new names of a library: what texts name and no entity of the library bears, with in how many stories.

use std::collections::HashSet;

use tantivy::Searcher;
use tantivy::termdict::TermMerger;

use super::super::{Library, Result};
use super::ask::Opened;
use super::document::{Fields, NamedTerm, named_prefix};
use super::living::living;
use crate::analyse::is_demonym;
use crate::story::Kind;
use crate::text::fold;

/// A name that texts have and no entity bears.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundName {
    /// As it is mostly written.
    pub name: String,
    /// What it mostly seems to be.
    pub kind: Kind,
    /// In how many stories it stands, however it is written there.
    pub stories: u64,
}

/// One way in which a name is written, with the term that says so.
struct Form {
    term: Vec<u8>,
    kind: Kind,
    name: String,
}

/// Makes a name of its folded form and the ways in which it is written.
type Take<'t> = &'t mut dyn FnMut(&str, &[Form]) -> tantivy::Result<Option<FoundName>>;

impl Library {
    /// In how many stories a name stands, which is folded.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn stories_with_name(&self, name: &str) -> Result<u64> {
        self.ask(|index| Ok(living(&index.searcher, index.fields.name, name.as_bytes())?))
    }

    /// The new name that is written like this but for case and accents: in this very way where it is found so, else as it is
    /// written mostly.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn found_name(&self, name: &str) -> Result<Option<FoundName>> {
        self.ask(|index| called(index, name))
    }

    /// The new names that stand in at least so many stories, the most frequent first.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn found_names(&self, least: u64) -> Result<Vec<FoundName>> {
        let entities = self.entities()?;
        let borne = entities.iter().flat_map(|row| row.entity.names().map(fold));
        let borne: HashSet<String> = borne.collect();
        let mut names = self.ask(|index| {
            let (searcher, fields) = (&index.searcher, index.fields);
            let names = each_name(searcher, fields, least, &mut |folded, forms| {
                let ours = borne.contains(folded);
                let found = || found(searcher, fields, folded, forms);
                Ok(if ours { None } else { found()? })
            });
            Ok(names?)
        })?;
        names.retain(|found| found.stories >= least && !is_demonym(&found.name));
        names.sort_by(|a, b| b.stories.cmp(&a.stories).then(a.name.cmp(&b.name)));
        Ok(names)
    }
}

/// The new name that is written so.
fn called(index: &Opened, name: &str) -> Result<Option<FoundName>> {
    let (searcher, fields) = (&index.searcher, index.fields);
    let folded = fold(name);
    let prefix = named_prefix(&folded);
    let mut forms: Vec<Form> = Vec::new();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(fields.named)?;
        let from = inverted.terms().range().ge(&prefix);
        let mut terms = from.into_stream().map_err(tantivy::TantivyError::from)?;
        while terms.advance() && terms.key().starts_with(prefix.as_bytes()) {
            if forms.iter().all(|form| form.term != terms.key()) {
                forms.extend(Form::read(terms.key()));
            }
        }
    }
    if forms.iter().any(|form| form.name == name) {
        forms.retain(|form| form.name == name);
    }
    Ok(found(searcher, fields, &folded, &forms)?)
}

impl Form {
    fn read(term: &[u8]) -> Option<Self> {
        let NamedTerm { kind, name, .. } = NamedTerm::read(term)?;
        Some(Self {
            term: term.to_vec(),
            kind,
            name: name.to_owned(),
        })
    }
}

/// Goes through the new names in order, all ways of writing one at once, and gives what `take` makes of those that may stand in at
/// least so many stories. Only one name at a time is in memory: most stand in one story only.
fn each_name(
    searcher: &Searcher,
    fields: Fields,
    least: u64,
    take: Take<'_>,
) -> tantivy::Result<Vec<FoundName>> {
    let segments = searcher.segment_readers().iter();
    let inverted: Vec<_> = segments
        .map(|segment| segment.inverted_index(fields.named))
        .collect::<tantivy::Result<_>>()?;
    let streams = inverted.iter().map(|inverted| inverted.terms().stream());
    let mut terms = TermMerger::new(streams.collect::<std::io::Result<_>>()?);
    let mut names = Vec::new();
    let (mut folded, mut forms, mut most) = (String::new(), Vec::new(), 0);
    while terms.advance() {
        let Some(term) = NamedTerm::read(terms.key()) else {
            continue;
        };
        if term.folded != folded {
            if most >= least {
                names.extend(take(&folded, &forms)?);
            }
            term.folded.clone_into(&mut folded);
            forms.clear();
            most = 0;
        }
        forms.extend(Form::read(terms.key()));
        // Stories that are gone count until their segment is written anew: there are at most so many.
        let counts = terms.current_segment_ords_and_term_infos();
        most += counts
            .map(|(_, info)| u64::from(info.doc_freq))
            .sum::<u64>();
    }
    if most >= least {
        names.extend(take(&folded, &forms)?);
    }
    Ok(names)
}

/// The name that these are the forms of, if any story has it still.
fn found(
    searcher: &Searcher,
    fields: Fields,
    folded: &str,
    forms: &[Form],
) -> tantivy::Result<Option<FoundName>> {
    let mut best: Option<(u64, &Form)> = None;
    for form in forms {
        let stories = living(searcher, fields.named, &form.term)?;
        if stories > 0 && best.is_none_or(|(most, _)| stories > most) {
            best = Some((stories, form));
        }
    }
    let Some((_, form)) = best else {
        return Ok(None);
    };
    Ok(Some(FoundName {
        name: form.name.clone(),
        kind: form.kind,
        // A story that writes a name in two ways counts once: the whole names tell in how many it stands.
        stories: living(searcher, fields.name, folded.as_bytes())?,
    }))
}
