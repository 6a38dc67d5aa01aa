//! A trained model: weights by hashed features, weights of label after label, the lists; its file, and the best labels.

use thiserror::Error;

use super::classes::Classes;
use super::lists::Lists;
use crate::story::Kind;

/// Labels: outside of names, and the first and later tokens of each kind.
pub const WIDTH: usize = 11;
const KINDS: [Kind; 5] = [
    Kind::Person,
    Kind::Organisation,
    Kind::Place,
    Kind::Product,
    Kind::Other,
];
const MAGIC: &[u8; 8] = b"BkStNam2";

/// What a token is in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Outside,
    First(Kind),
    Inside(Kind),
}

impl Label {
    /// The place of the label among the weights.
    pub fn index(self) -> usize {
        let of = |kind| {
            KINDS
                .iter()
                .position(|k| *k == kind)
                .unwrap_or(KINDS.len() - 1)
        };
        match self {
            Self::Outside => 0,
            Self::First(kind) => 1 + 2 * of(kind),
            Self::Inside(kind) => 2 + 2 * of(kind),
        }
    }

    /// The label at a place.
    pub fn at(index: usize) -> Self {
        match index {
            0 => Self::Outside,
            n if n % 2 == 1 => Self::First(KINDS[(n / 2).min(4)]),
            n => Self::Inside(KINDS[(n / 2 - 1).min(4)]),
        }
    }

    /// What the name is that the token belongs to.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Outside => None,
            Self::First(kind) | Self::Inside(kind) => Some(kind),
        }
    }

    /// Whether it can follow another in a sentence.
    pub fn follows(self, before: Self) -> bool {
        match self {
            Self::Inside(kind) => before.kind() == Some(kind),
            _ => true,
        }
    }
}

/// A file that is no model of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("no names model of this version, or a damaged one")]
pub struct BadModel;

/// A row of weights: a check, so that a feature never seen in training takes no other's weights, then one for each label.
const ROW: usize = 1 + WIDTH;

/// A trained model.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// What a step of a weight means.
    scale: f32,
    /// Rows, a power of two of them.
    rows: Vec<u8>,
    mask: u64,
    /// Of label after label: `[before][after]`.
    transitions: [[f32; WIDTH]; WIDTH],
    lists: Lists,
}

impl Model {
    /// A model from weights by feature, the weightiest kept where two want one row. `bits` is the logarithm of the rows.
    pub fn new(
        weights: &[(u64, [f32; WIDTH])],
        transitions: [[f32; WIDTH]; WIDTH],
        lists: Lists,
        bits: u32,
    ) -> Self {
        let mut sorted: Vec<(f32, &(u64, [f32; WIDTH]))> = weights
            .iter()
            .map(|w| (w.1.iter().fold(0.0, |most: f32, x| most.max(x.abs())), w))
            .collect();
        sorted.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.0.cmp(&b.1.0)));
        let scale = sorted
            .first()
            .map_or(1.0, |(most, _)| most / 127.0)
            .max(f32::MIN_POSITIVE);
        let mask = (1_u64 << bits) - 1;
        let mut rows = vec![0; ROW << bits];
        let mut taken = vec![false; 1 << bits];
        for (most, (feature, weights)) in sorted {
            let Some(row) = slots(*feature, mask).into_iter().find(|row| !taken[*row]) else {
                continue;
            };
            if most < scale / 2.0 {
                break;
            }
            taken[row] = true;
            rows[row * ROW] = check(*feature);
            for (label, weight) in weights.iter().enumerate() {
                rows[row * ROW + 1 + label] = ((weight / scale).round() as i8) as u8;
            }
        }
        Self {
            scale,
            rows,
            mask,
            transitions,
            lists,
        }
    }

    pub(super) fn lists(&self) -> &Lists {
        &self.lists
    }

    /// The bytes of the model's file: all numbers little-endian.
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.scale.to_le_bytes());
        bytes.extend(
            self.transitions
                .iter()
                .flatten()
                .flat_map(|t| t.to_le_bytes()),
        );
        let entries = self.lists.entries();
        bytes.extend((entries.len() as u32).to_le_bytes());
        for (key, bits) in entries {
            bytes.extend(key.to_le_bytes());
            bytes.push(bits);
        }
        self.lists.classes.write(&mut bytes);
        bytes.extend((self.mask + 1).trailing_zeros().to_le_bytes());
        bytes.extend(&self.rows);
        bytes
    }

    /// Reads a model's file.
    ///
    /// # Errors
    /// When it is none.
    pub fn read(bytes: &[u8]) -> Result<Self, BadModel> {
        let mut rest = bytes.strip_prefix(MAGIC).ok_or(BadModel)?;
        let scale = number(&mut rest).map(f32::from_le_bytes)?;
        let mut transitions = [[0.0; WIDTH]; WIDTH];
        for weight in transitions.iter_mut().flatten() {
            *weight = number(&mut rest).map(f32::from_le_bytes)?;
        }
        let count = number(&mut rest).map(u32::from_le_bytes)? as usize;
        let (entries, mut rest) = rest
            .split_at_checked(count.saturating_mul(5))
            .ok_or(BadModel)?;
        let classes = Classes::read(&mut rest).ok_or(BadModel)?;
        let entries = entries
            .chunks_exact(5)
            .map(|e| (u32::from_le_bytes([e[0], e[1], e[2], e[3]]), e[4]));
        let lists = Lists::from_entries(entries, classes);
        let bits = number(&mut rest).map(u32::from_le_bytes)?;
        if bits > 24 || rest.len() != ROW << bits {
            return Err(BadModel);
        }
        Ok(Self {
            scale,
            rows: rest.to_vec(),
            mask: (1 << bits) - 1,
            transitions,
            lists,
        })
    }

    /// The sum of the weights of a token's features for each label.
    fn scores(&self, features: &[u64]) -> [f32; WIDTH] {
        let mut sums = [0_i32; WIDTH];
        for feature in features {
            for row in slots(*feature, self.mask) {
                let row = &self.rows[row * ROW..][..ROW];
                if row[0] == check(*feature) {
                    for (sum, weight) in sums.iter_mut().zip(&row[1..]) {
                        *sum += i32::from(*weight as i8);
                    }
                    break;
                }
            }
        }
        sums.map(|sum| sum as f32 * self.scale)
    }

    /// The best labels for the features of a sentence's tokens (Viterbi).
    pub fn best(&self, sentence: &[Vec<u64>]) -> Vec<Label> {
        let scores: Vec<[f32; WIDTH]> = sentence
            .iter()
            .map(|features| self.scores(features))
            .collect();
        best(&scores, &self.transitions)
    }
}

/// The best labels for the scores of a sentence's tokens, only such as may follow each other.
fn best(scores: &[[f32; WIDTH]], transitions: &[[f32; WIDTH]; WIDTH]) -> Vec<Label> {
    let Some((first, later)) = scores.split_first() else {
        return Vec::new();
    };
    let mut totals = *first;
    for (label, total) in totals.iter_mut().enumerate() {
        if !Label::at(label).follows(Label::Outside) {
            *total = f32::NEG_INFINITY;
        }
    }
    let mut came: Vec<[usize; WIDTH]> = Vec::with_capacity(later.len());
    for scores in later {
        let mut next = [f32::NEG_INFINITY; WIDTH];
        let mut from = [0; WIDTH];
        for (label, score) in scores.iter().enumerate() {
            for (before, total) in totals.iter().enumerate() {
                let sum = total + transitions[before][label] + score;
                if sum > next[label] && Label::at(label).follows(Label::at(before)) {
                    next[label] = sum;
                    from[label] = before;
                }
            }
        }
        totals = next;
        came.push(from);
    }
    let mut label = (0..WIDTH)
        .max_by(|a, b| totals[*a].total_cmp(&totals[*b]))
        .unwrap_or(0);
    let mut labels = vec![Label::at(label)];
    for from in came.iter().rev() {
        label = from[label];
        labels.push(Label::at(label));
    }
    labels.reverse();
    labels
}

fn slots(feature: u64, mask: u64) -> [usize; 2] {
    let at = feature & mask;
    [at as usize, (at ^ 1) as usize]
}

/// Never 0, which an empty row has.
fn check(feature: u64) -> u8 {
    ((feature >> 56) as u8).max(1)
}

fn number(rest: &mut &[u8]) -> Result<[u8; 4], BadModel> {
    let (four, after) = rest.split_first_chunk::<4>().ok_or(BadModel)?;
    *rest = after;
    Ok(*four)
}
