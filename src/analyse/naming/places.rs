//! Where many short texts stand in a long one, found in one pass.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// For each of some texts the places where it begins, in order.
pub(super) fn places<'n>(text: &str, needles: impl Iterator<Item = &'n str>) -> Vec<Vec<usize>> {
    let needles: Vec<&str> = needles.collect();
    let mut places = vec![Vec::new(); needles.len()];
    // Built for one text, so it must be built fast.
    let machine = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::NoncontiguousNFA))
        .build(&needles);
    if let Ok(machine) = machine {
        for found in machine.find_overlapping_iter(text) {
            places[found.pattern().as_usize()].push(found.start());
        }
    }
    places
}
