//! `backstory entity merge`, `rename`, `split` and `hide`: what a person changes about entities.

use std::process::ExitCode;

use anyhow::{Result, bail, ensure};

use crate::cli::{Cli, EntityEdit};
use crate::library::{Edit, Library, Subject};

pub(super) fn run(cli: &Cli, edit: &EntityEdit, json: bool) -> Result<ExitCode> {
    let mut library = super::indexed(cli)?;
    let subject = |name: &String| subject(&library, name);
    let edit = match edit {
        EntityEdit::Merge { name, others } => Edit::Merge {
            into: subject(name)?,
            from: others.iter().map(subject).collect::<Result<_>>()?,
        },
        EntityEdit::Rename { name, to } => {
            let to = crate::text::clean_line(to);
            ensure!(!to.is_empty(), "the new name is empty");
            let entity = subject(name)?;
            Edit::Rename { entity, name: to }
        }
        EntityEdit::Split { name, names } => Edit::Split {
            entity: subject(name)?,
            names: names.clone(),
        },
        EntityEdit::Hide { name, undo } => Edit::Hide {
            entity: subject(name)?,
            hidden: !undo,
        },
    };
    let row = library.edit(&edit)?;
    let stories = library.make_good()?;
    if json {
        super::print_json(&super::entities::as_json(&row, None))?;
        let _ = library.catch_up()?;
        return Ok(ExitCode::SUCCESS);
    }
    let names = row.entity.aliases.join(", ");
    let also = if names.is_empty() {
        String::new()
    } else {
        format!(", also {names}")
    };
    let hidden = if row.hidden { ", out of sight" } else { "" };
    super::print(&format!(
        "{}{also}{hidden}  [{}]; {} looked at again\n",
        row.entity.name,
        row.entity.id,
        super::entities::counted(stories)
    ))?;
    let _ = library.catch_up()?;
    Ok(ExitCode::SUCCESS)
}

/// The one entity that is called so, or the name as it was found in texts. Nothing is changed yet.
fn subject(library: &Library, name: &str) -> Result<Subject> {
    let known = library.entities_called(name)?;
    match known.as_slice() {
        [one] => return Ok(Subject::Entity(one.key)),
        [] => {}
        several => {
            let ids: Vec<&str> = several.iter().map(|row| row.entity.id.as_str()).collect();
            bail!(
                "several entities are called {name}; give the id: {}",
                ids.join(", ")
            );
        }
    }
    match library.found_name(name)? {
        Some(found) => Ok(Subject::Found {
            name: found.name,
            kind: found.kind,
        }),
        None => bail!("no entity has this id or name, and no story names it: {name}"),
    }
}
