//! Every way in: files in the formats of the project, and the bundled collection. What comes out are stories,
//! entities and problems, and a library that holds them.

mod bundled;
mod elements;
mod files;
mod store;

pub use bundled::{ensure_bundled, read_bundled};
pub use elements::{Element, Elements, List};
pub use files::{Flow, Item, Source, read, without_place};
pub use store::{Listener, Report, Told, import};
