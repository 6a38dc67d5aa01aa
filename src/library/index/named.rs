//! The new names of a library: what texts name and no entity of the library bears, with in how many stories.

use std::collections::HashMap;

use tantivy::{TantivyError, Term};

use super::super::{Library, Result};
use super::document::{named_parts, named_term};
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

impl Library {
    /// In how many stories a name stands, which is folded.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn stories_with_name(&self, name: &str) -> Result<u64> {
        let index = self.index()?;
        let term = Term::from_field_text(index.fields.name, name);
        Ok(index.searcher()?.doc_freq(&term)?)
    }

    /// The new name that is written like this but for case and accents.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn found_name(&self, name: &str) -> Result<Option<FoundName>> {
        let index = self.index()?;
        let searcher = index.searcher()?;
        let mut best: Option<(u64, Kind)> = None;
        for kind in Kind::ALL {
            let term = Term::from_field_text(index.fields.named, &named_term(kind, name));
            let stories = searcher.doc_freq(&term)?;
            if stories > 0 && best.is_none_or(|(most, _)| stories > most) {
                best = Some((stories, kind));
            }
        }
        let Some((_, kind)) = best else {
            // Written otherwise: all are looked through.
            let folded = fold(name);
            let found = self.found_names(1)?;
            return Ok(found.into_iter().find(|found| fold(&found.name) == folded));
        };
        Ok(Some(FoundName {
            name: name.to_owned(),
            kind,
            stories: self.stories_with_name(&fold(name))?,
        }))
    }

    /// The new names that stand in at least so many stories, the most frequent first.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn found_names(&self, least: u64) -> Result<Vec<FoundName>> {
        let index = self.index()?;
        let searcher = index.searcher()?;
        let mut forms: HashMap<String, HashMap<(Kind, String), u64>> = HashMap::new();
        for segment in searcher.segment_readers() {
            let inverted = segment.inverted_index(index.fields.named)?;
            let mut terms = inverted.terms().stream().map_err(TantivyError::from)?;
            while let Some((term, about)) = terms.next() {
                let text = std::str::from_utf8(term).unwrap_or_default();
                let Some((kind, name)) = named_parts(text) else {
                    continue;
                };
                let written = forms.entry(fold(name)).or_default();
                *written.entry((kind, name.to_owned())).or_default() += u64::from(about.doc_freq);
            }
        }
        let mut found = Vec::new();
        for (folded, written) in forms {
            // A story that writes a name in two ways counts once: the whole names tell in how many it stands.
            let stories = self.stories_with_name(&folded)?;
            let most = written
                .into_iter()
                .max_by(|a, b| a.1.cmp(&b.1).then(b.0.cmp(&a.0)));
            if let Some(((kind, name), _)) =
                most.filter(|((_, name), _)| stories >= least && !is_demonym(name))
            {
                found.push(FoundName {
                    name,
                    kind,
                    stories,
                });
            }
        }
        found.sort_by(|a, b| b.stories.cmp(&a.stories).then(a.name.cmp(&b.name)));
        Ok(found)
    }
}
