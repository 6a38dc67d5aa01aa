//! Makes the classes of words that the names model goes by, from word vectors.
//!
//! ```text
//! cargo run --release --example classes VECTORS CLASSES
//! ```
//!
//! VECTORS is a file of `GloVe` vectors, a word and its numbers on each line, commonest words first (`glove.6B.100d.txt` of
//! Pennington, Socher and Manning 2014). The mean and the two strongest directions are taken out of them (Mu and Viswanath
//! 2018), then they are grouped by spherical k-means (Dhillon and Modha 2001), and the groups' centres again. CLASSES gets a line
//! for each class: the number of the coarser class around it, then its words. The same vectors make the
//! same file.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail};

/// Words that get a class.
const WORDS: usize = 100_000;
/// Words that the classes are made of; the rarer ones join the nearest.
const COMMON: usize = 60_000;
/// How many classes there are, and how many coarser ones around them.
const CLASSES: [usize; 2] = [1024, 128];
const ROUNDS: usize = 25;

type Vector = Vec<f32>;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [vectors, classes] = arguments.as_slice() else {
        bail!("usage: classes VECTORS CLASSES");
    };
    let text = std::fs::read_to_string(vectors).with_context(|| vectors.clone())?;
    let (mut words, mut vectors) = (Vec::new(), Vec::new());
    for line in text.lines().take(WORDS) {
        let mut cells = line.split(' ');
        words.extend(cells.next());
        vectors.push(cells.map(str::parse).collect::<Result<Vector, _>>()?);
    }
    level(&mut vectors);
    let common = &vectors[..vectors.len().min(COMMON)];
    let centres = k_means(common, CLASSES[0]);
    let coarse = k_means(&centres, CLASSES[1]);
    let mut lists = vec![String::new(); centres.len()];
    for (word, vector) in words.iter().zip(&vectors) {
        write!(lists[nearest(vector, &centres)], " {word}")?;
    }
    let mut file = String::new();
    for (centre, list) in centres.iter().zip(lists) {
        writeln!(file, "{}{list}", nearest(centre, &coarse))?;
    }
    std::fs::write(classes, file)?;
    Ok(())
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn scale(vector: &mut [f32]) {
    let length = dot(vector, vector).sqrt().max(f32::MIN_POSITIVE);
    for x in vector {
        *x /= length;
    }
}

/// Takes out the mean and the two strongest directions, which all words share, and makes every vector of length 1.
fn level(vectors: &mut [Vector]) {
    let width = vectors.first().map_or(0, Vec::len);
    let mut mean = vec![0.0; width];
    for vector in vectors.iter() {
        mean.iter_mut().zip(vector).for_each(|(m, x)| *m += x);
    }
    for m in &mut mean {
        *m /= vectors.len() as f32;
    }
    for vector in vectors.iter_mut() {
        vector.iter_mut().zip(&mean).for_each(|(x, m)| *x -= m);
    }
    for _ in 0..2 {
        let strongest = strongest(vectors, width);
        for vector in vectors.iter_mut() {
            let along = dot(vector, &strongest);
            vector
                .iter_mut()
                .zip(&strongest)
                .for_each(|(x, s)| *x -= along * s);
        }
    }
    for vector in vectors {
        scale(vector);
    }
}

/// The direction in which the vectors differ most, by power iteration.
fn strongest(vectors: &[Vector], width: usize) -> Vector {
    let mut direction = vec![1.0; width];
    for _ in 0..50 {
        scale(&mut direction);
        let mut next = vec![0.0; width];
        for vector in vectors {
            let along = dot(vector, &direction);
            next.iter_mut()
                .zip(vector)
                .for_each(|(n, x)| *n += along * x);
        }
        direction = next;
    }
    scale(&mut direction);
    direction
}

fn nearest(vector: &[f32], centres: &[Vector]) -> usize {
    let mut best = (0, f32::NEG_INFINITY);
    for (at, centre) in centres.iter().enumerate() {
        let near = dot(vector, centre);
        if near > best.1 {
            best = (at, near);
        }
    }
    best.0
}

/// The centres of so many groups; they begin as vectors evenly chosen, and an empty group's centre stays where it is.
fn k_means(vectors: &[Vector], count: usize) -> Vec<Vector> {
    let count = count.min(vectors.len());
    let mut centres: Vec<Vector> = (0..count)
        .map(|at| vectors[at * vectors.len() / count].clone())
        .collect();
    for _ in 0..ROUNDS {
        let mut sums = vec![vec![0.0; vectors[0].len()]; count];
        for vector in vectors {
            let sum = &mut sums[nearest(vector, &centres)];
            sum.iter_mut().zip(vector).for_each(|(s, x)| *s += x);
        }
        for (centre, mut sum) in centres.iter_mut().zip(sums) {
            if sum.iter().any(|x| *x != 0.0) {
                scale(&mut sum);
                *centre = sum;
            }
        }
    }
    centres
}
