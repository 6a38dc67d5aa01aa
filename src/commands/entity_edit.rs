//! `backstory entity merge`, `rename`, `split` and `hide`: what a person changes about entities.

use std::process::ExitCode;

use anyhow::{Result, bail, ensure};

use crate::cli::{Cli, EntityEdit, EntityOf};
use crate::library::{Edit, Library};

pub(super) fn run(cli: &Cli, asked: &EntityOf) -> Result<ExitCode> {
    let Some(edit) = &asked.edit else {
        bail!("which entity? Give its id or a name");
    };
    let mut library = super::indexed(cli)?;
    let mut edits = Vec::new();
    match edit {
        EntityEdit::Merge { name, others } => {
            let into = key(&mut library, name)?;
            for other in others {
                let from = key(&mut library, other)?;
                ensure!(from != into, "{other} is {name} already");
                edits.push(Edit::Merge { into, from });
            }
        }
        EntityEdit::Rename { name, to } => {
            let to = crate::text::clean_line(to).trim().to_owned();
            ensure!(!to.is_empty(), "the new name is empty");
            let entity = key(&mut library, name)?;
            edits.push(Edit::Rename { entity, name: to });
        }
        EntityEdit::Split { name, names } => {
            let entity = key(&mut library, name)?;
            let names = can_leave(&library, entity, names)?;
            edits.push(Edit::Split { entity, names });
        }
        EntityEdit::Hide { name, undo } => {
            let entity = key(&mut library, name)?;
            let hidden = !undo;
            edits.push(Edit::Hide { entity, hidden });
        }
    }
    for edit in &edits {
        let (row, stories) = library.edit(edit)?;
        let Some(row) = row else { continue };
        let names = row.entity.aliases.join(", ");
        let also = if names.is_empty() {
            String::new()
        } else {
            format!(", also {names}")
        };
        let hidden = if row.hidden { ", out of sight" } else { "" };
        super::print(&format!(
            "{}{also}{hidden}  [{}]; {stories} stories looked at again\n",
            row.entity.name, row.entity.id
        ))?;
    }
    let _ = library.catch_up()?;
    Ok(ExitCode::SUCCESS)
}

/// The key of the one entity that is called so; a name that was only found becomes an entity.
fn key(library: &mut Library, name: &str) -> Result<i64> {
    let known = library.entities_called(name)?;
    match known.as_slice() {
        [one] => return Ok(one.key),
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
        Some(found) => Ok(library.adopt(&found.name, found.kind)?),
        None => bail!("no entity has this id or name, and no story names it: {name}"),
    }
}

/// The names as the entity has them, if all are its own and one more is left.
fn can_leave(library: &Library, entity: i64, names: &[String]) -> Result<Vec<String>> {
    let Some(row) = library.entity(entity)? else {
        return Ok(Vec::new());
    };
    let mut own = row.entity.aliases;
    own.push(row.entity.name);
    for name in names {
        ensure!(
            own.contains(name),
            "{name} is none of its names: {}",
            own.join(", ")
        );
    }
    ensure!(
        own.iter().any(|name| !names.contains(name)),
        "no name would be left"
    );
    Ok(names.to_vec())
}
