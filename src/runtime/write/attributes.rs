//! What belongs to a file besides its bytes and permissions: its group, and its extended attributes, which access control lists
//! are kept in. A file that takes the place of another has them, too, as far as the system lets us give them.

use std::fs::{File, Metadata};
use std::path::Path;

/// Lets a group that works on a file together keep it. Who is not in that group cannot give the file to it, and replaces it all
/// the same.
#[cfg(unix)]
pub(super) fn keep_group(file: &File, existing: &Metadata) {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    if file.metadata().is_ok_and(|own| own.gid() != existing.gid()) {
        let _ = fchown(file, None, Some(existing.gid()));
    }
}

/// Elsewhere files have no group.
#[cfg(not(unix))]
pub(super) fn keep_group(_: &File, _: &Metadata) {}

/// Gives a file the extended attributes of the one at `path`. Those that only the system sets stay as it sets them.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn keep_extended(file: &File, path: &Path) {
    use rustix::fs::{XattrFlags, fgetxattr, flistxattr, fsetxattr};
    let Ok(existing) = File::open(path) else { return };
    let names = whole(|room| flistxattr(&existing, room));
    for name in names.split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
        let value = whole(|room| fgetxattr(&existing, name, room));
        let _ = fsetxattr(file, name, &value, XattrFlags::empty());
    }
}

/// Elsewhere they are not known here.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn keep_extended(_: &File, _: &Path) {}

/// All that a call has to say which fills as much room as it is given; nothing where it fails.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn whole(mut fill: impl FnMut(&mut [u8]) -> rustix::io::Result<usize>) -> Vec<u8> {
    /// The most that Linux keeps for a file or for a name.
    const MOST: usize = 1 << 16;
    let mut room = vec![0; MOST];
    let filled = fill(&mut room).unwrap_or(0);
    room.truncate(filled);
    room
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::fs::{XattrFlags, getxattr, setxattr};

    use super::super::write_atomically;

    #[test]
    fn extended_attributes_stay() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("claims.toml");
        std::fs::write(&path, "old").unwrap();
        // There are file systems without them.
        if setxattr(&path, "user.team", b"desk", XattrFlags::empty()).is_err() {
            return;
        }
        write_atomically(&path, b"new").unwrap();
        let mut value = [0; 16];
        let length = getxattr(&path, "user.team", &mut value).unwrap();
        assert_eq!(&value[..length], b"desk");
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
    }
}
