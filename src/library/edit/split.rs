//! One entity made two. Where the name of one that had become part of it leaves, that one is back as it was.

use super::{Error, Result, Subject, Touched, gone};
use crate::library::{EntityRow, Library};
use crate::story::Entity;

impl Library {
    pub(super) fn split(
        &self,
        entity: &Subject,
        names: &[String],
        touched: &mut Touched,
    ) -> Result<i64> {
        let row = self.subject(entity, touched)?;
        let all: Vec<&str> = row.entity.names().collect();
        if let Some(name) = names.iter().find(|name| !all.contains(&name.as_str())) {
            return Err(Error::Refused(format!(
                "{name} is none of its names: {}",
                all.join(", ")
            )));
        }
        let own = self.entity_alone(row.key)?.ok_or_else(gone)?;
        let parts = self.parts(row.key)?.into_iter();
        let (back, mut rest): (Vec<_>, Vec<_>) =
            parts.partition(|part| is_among(&part.entity.name, names));
        rest.insert(0, own);
        let left = rest
            .iter()
            .flat_map(|row| row.entity.names())
            .find(|name| !is_among(name, names))
            .map(str::to_owned);
        let (Some(first), Some(left)) = (names.first(), left) else {
            return Err(Error::Refused("no name would be left".into()));
        };
        self.touch(&row, touched)?;
        for row in rest {
            self.take_names(row, names, &left)?;
        }
        self.stand_alone(back, names, || {
            Ok(Entity::new(
                self.free_id(first)?,
                first.clone(),
                row.entity.kind,
            ))
        })
    }

    /// Takes names away from an entity, which is called `left` where it has no other.
    fn take_names(&self, mut row: EntityRow, names: &[String], left: &str) -> Result<()> {
        let entity = &mut row.entity;
        if !entity.names().any(|name| is_among(name, names)) {
            return Ok(());
        }
        let kept = entity.names().filter(|name| !is_among(name, names));
        let mut kept: Vec<String> = kept.map(str::to_owned).collect();
        if kept.is_empty() {
            kept.push(left.to_owned());
        }
        entity.name = kept.remove(0);
        entity.aliases = kept;
        self.put_edited(row.key, entity)
    }

    /// Makes one entity of what is back, or a new one where nothing is. It goes by all of the names.
    fn stand_alone(
        &self,
        mut back: Vec<EntityRow>,
        names: &[String],
        new: impl FnOnce() -> Result<Entity>,
    ) -> Result<i64> {
        let first = |row: &EntityRow| names.first().is_some_and(|name| bears(&row.entity, name));
        let row = if let Some(at) = back.iter().position(first) {
            back.swap_remove(at)
        } else {
            let entity = new()?;
            let key = self.insert(&entity)?;
            // The name is a person's choice, whatever an import has to say of this id.
            self.put_edited(key, &entity)?;
            self.entity_alone(key)?.ok_or_else(gone)?
        };
        self.db
            .execute("UPDATE entity SET merged = NULL WHERE key = ?1", [row.key])?;
        for part in &back {
            self.db.execute(
                "UPDATE entity SET merged = ?2 WHERE key = ?1",
                (part.key, row.key),
            )?;
        }
        let mut whole = row.entity.clone();
        let borne = |name: &String| back.iter().any(|part| bears(&part.entity, name));
        for name in names.iter().filter(|name| !borne(name)) {
            whole.add_alias(name.clone());
        }
        if whole != row.entity {
            self.put_edited(row.key, &whole)?;
        }
        Ok(row.key)
    }
}

fn is_among(name: &str, names: &[String]) -> bool {
    names.iter().any(|n| n == name)
}

fn bears(entity: &Entity, name: &str) -> bool {
    entity.names().any(|known| known == name)
}
