//! Gives the program the checksum of the collection that is bundled into it, so that no start has to read it all.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=data");
    println!("cargo:rerun-if-changed=build.rs");
    let mut files = Vec::new();
    collect(Path::new("data"), &mut files)?;
    // The order in which a folder lists its files is not the same everywhere.
    files.sort();
    let mut sum = crc32fast::Hasher::new();
    for file in files {
        sum.update(file.to_string_lossy().as_bytes());
        sum.update(&fs::read(&file)?);
    }
    println!("cargo:rustc-env=BACKSTORY_BUNDLE={:08x}", sum.finalize());
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
