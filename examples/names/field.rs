//! The conditional random field while it learns: weights, expectations by forward and backward sums, and steps of gradient
//! ascent with `AdaGrad` (Duchi, Hazan and Singer 2011).

use backstory::analyse::names::WIDTH;

/// The first step.
const STEP: f32 = 0.12;
/// What pulls weights back to zero.
const DECAY: f32 = 1e-3;

/// The labels a token may have, as bits. Where a source does not tell, a token may have several, and what the field makes of it
/// is summed over all of them (Tsuboi and others 2008).
pub(crate) type Allowed = u16;

/// Any label.
const ANY: Allowed = (1 << WIDTH) - 1;

/// Weights by feature and of label after label, with the sums of their squared gradients.
pub(crate) struct Field {
    pub(crate) weights: Vec<[f32; WIDTH]>,
    pub(crate) transitions: [[f32; WIDTH]; WIDTH],
    squares: Vec<[f32; WIDTH]>,
    transition_squares: [[f32; WIDTH]; WIDTH],
}

/// How often a sentence is expected to have each label at each token, and each label after each.
struct Expected {
    labels: Vec<[f32; WIDTH]>,
    pairs: [[f32; WIDTH]; WIDTH],
}

impl Field {
    pub(crate) fn new(count: usize) -> Self {
        Self {
            weights: vec![[0.0; WIDTH]; count],
            transitions: [[0.0; WIDTH]; WIDTH],
            squares: vec![[0.0; WIDTH]; count],
            transition_squares: [[0.0; WIDTH]; WIDTH],
        }
    }

    /// A step towards the labels of a sentence, whose tokens have these features.
    pub(crate) fn learn(&mut self, features: &[Vec<u32>], allowed: &[Allowed], weight: f32) {
        let scores: Vec<[f32; WIDTH]> = features.iter().map(|list| self.scores(list)).collect();
        let wanted = self.expected(&scores, |at| allowed[at]);
        let given = self.expected(&scores, |_| ANY);
        for before in 0..WIDTH {
            for label in 0..WIDTH {
                let gradient = (wanted.pairs[before][label] - given.pairs[before][label]) * weight;
                if gradient.abs() > 1e-4 {
                    step(
                        &mut self.transitions[before][label],
                        &mut self.transition_squares[before][label],
                        gradient,
                    );
                }
            }
        }
        for (at, list) in features.iter().enumerate() {
            for label in 0..WIDTH {
                let gradient = (wanted.labels[at][label] - given.labels[at][label]) * weight;
                if gradient.abs() <= 1e-3 {
                    continue;
                }
                for feature in list {
                    let feature = *feature as usize;
                    step(
                        &mut self.weights[feature][label],
                        &mut self.squares[feature][label],
                        gradient,
                    );
                }
            }
        }
    }

    fn scores(&self, features: &[u32]) -> [f32; WIDTH] {
        let mut sums = [0.0; WIDTH];
        for feature in features {
            for (sum, weight) in sums.iter_mut().zip(&self.weights[*feature as usize]) {
                *sum += weight;
            }
        }
        sums
    }

    /// Forward and backward sums, in logarithms, over the labels that are allowed.
    fn expected(&self, scores: &[[f32; WIDTH]], allowed: impl Fn(usize) -> Allowed) -> Expected {
        let count = scores.len();
        let own = |at: usize, label: usize| {
            if allowed(at) & (1 << label) == 0 {
                f32::NEG_INFINITY
            } else {
                scores[at][label]
            }
        };
        let mut forward = vec![[0.0; WIDTH]; count];
        let mut backward = vec![[0.0; WIDTH]; count];
        forward[0] = std::array::from_fn(|label| own(0, label));
        for at in 1..count {
            forward[at] = std::array::from_fn(|label| {
                let before = |b: usize| forward[at - 1][b] + self.transitions[b][label];
                log_sum(&std::array::from_fn(before)) + own(at, label)
            });
        }
        for at in (0..count - 1).rev() {
            backward[at] = std::array::from_fn(|label| {
                let after =
                    |a: usize| self.transitions[label][a] + own(at + 1, a) + backward[at + 1][a];
                log_sum(&std::array::from_fn(after))
            });
        }
        let all = log_sum(&forward[count - 1]);
        let labels = (0..count)
            .map(|at| std::array::from_fn(|l| (forward[at][l] + backward[at][l] - all).exp()))
            .collect();
        let mut pairs = [[0.0; WIDTH]; WIDTH];
        for at in 1..count {
            for (before, pairs) in pairs.iter_mut().enumerate() {
                for (label, pair) in pairs.iter_mut().enumerate() {
                    let sum = forward[at - 1][before]
                        + self.transitions[before][label]
                        + own(at, label)
                        + backward[at][label];
                    *pair += (sum - all).exp();
                }
            }
        }
        Expected { labels, pairs }
    }
}

fn step(weight: &mut f32, squares: &mut f32, gradient: f32) {
    let gradient = gradient - DECAY * *weight;
    *squares += gradient * gradient;
    *weight += STEP * gradient / (squares.sqrt() + 0.1);
}

fn log_sum(values: &[f32; WIDTH]) -> f32 {
    let most = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    if most == f32::NEG_INFINITY {
        return most;
    }
    most + values.iter().map(|v| (v - most).exp()).sum::<f32>().ln()
}
