//! The sources as modules, and every path in them resolved to the module it leads to.
//!
//! Names are resolved as far as directions need it: the tree of modules, `use` in all its forms, and paths in types,
//! expressions, patterns and the arguments of macros. A path through a re-export leads to the file that defines the item.
//! What only tests compile is left out. Not seen: methods called without a path, and paths in strings of attributes.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use proc_macro2::{Ident, Spacing, Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemUse, Macro, Meta, Path, UseTree, Visibility};

/// Source files by their names below `src`, such as `input/key.rs`.
pub(crate) type Sources = BTreeMap<String, String>;

/// Re-exports may lead in a circle; none of ours passes this many.
const MOST_HOPS: usize = 16;

/// A path in a file, and what it means.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Use {
    pub(crate) file: String,
    pub(crate) line: usize,
    /// As it is written.
    pub(crate) path: String,
    pub(crate) target: Target,
}

/// What a path means.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Target {
    /// Something of this crate.
    Ours {
        /// The module it is in: `["panels", "trend"]`.
        module: Vec<String>,
        /// The file of that module.
        file: String,
        /// It is an item. Otherwise it is the module itself, whose name is only brought into scope.
        is_item: bool,
        /// The path is a `pub use` of something in a submodule.
        is_reexport: bool,
    },
    /// Something of another crate: `["std", "fs", "read"]`, and whether all that is below it is meant.
    Foreign { path: Vec<String>, is_glob: bool },
}

/// All modules, and the paths in them.
#[derive(Default)]
pub(crate) struct House {
    modules: Vec<Module>,
    pub(crate) uses: Vec<Use>,
    /// Files that no module declares.
    pub(crate) strays: Vec<String>,
}

#[derive(Default)]
struct Module {
    path: Vec<String>,
    file: String,
    parent: Option<usize>,
    children: HashMap<String, usize>,
    items: HashSet<String>,
    /// What `use` brings into scope, by its name there.
    imports: HashMap<String, Vec<Vec<String>>>,
    globs: Vec<Vec<String>>,
}

impl Module {
    fn knows(&self, name: &str) -> bool {
        self.children.contains_key(name) || self.items.contains(name) || self.imports.contains_key(name)
    }

    fn import(&mut self, name: String, path: Vec<String>) {
        self.imports.entry(name).or_default().push(path);
    }
}

/// A path as it is met, before all modules are known.
struct Met {
    module: usize,
    line: usize,
    segments: Vec<String>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// In code.
    Path,
    /// The name of a macro that is called, with its sign, so that it is not taken for a function.
    Macro,
    /// In a `use` for this module alone.
    Import,
    /// In a `use` for others.
    Reexport,
    /// In a `use` that ends with `*`.
    Glob,
}

/// Where a path led to.
enum Found {
    Ours { module: usize, is_item: bool },
    Foreign(Vec<String>),
}

impl House {
    /// Reads the sources from `lib.rs` and `main.rs` on.
    ///
    /// # Panics
    ///
    /// If a file is not Rust, or a module has no file.
    pub(crate) fn read(sources: &Sources) -> Self {
        let mut house = Self::default();
        let mut met = Vec::new();
        let mut tests = HashSet::new();
        for root in ["lib.rs", "main.rs"] {
            if sources.contains_key(root) {
                let module = Module { file: root.to_owned(), ..Module::default() };
                house.modules.push(module);
                let mut files = Files { sources, met: &mut met, tests: &mut tests };
                house.read_file(house.modules.len() - 1, &mut files);
            }
        }
        let read = house.files();
        let is_stray = |file: &&String| !read.contains(file.as_str()) && !tests.contains(file.as_str());
        house.strays = sources.keys().filter(is_stray).cloned().collect();
        for met in met {
            house.record(&met);
        }
        house.uses.sort();
        house.uses.dedup();
        house
    }

    /// The files that were read.
    pub(crate) fn files(&self) -> BTreeSet<&str> {
        self.modules.iter().map(|module| module.file.as_str()).collect()
    }

    fn read_file(&mut self, module: usize, files: &mut Files) {
        let file = self.modules[module].file.clone();
        let text = files.sources.get(&file).unwrap_or_else(|| panic!("there is no {file}"));
        let parsed = syn::parse_file(text).unwrap_or_else(|error| {
            panic!("src/{file}:{}: {error}", error.span().start().line);
        });
        self.read_items(module, &parsed.items, files);
    }

    fn read_items(&mut self, module: usize, items: &[Item], files: &mut Files) {
        for item in items {
            if let Item::Mod(inner) = item {
                let name = inner.ident.to_string();
                if is_test(&inner.attrs) {
                    if inner.content.is_none() {
                        files.tests.insert(self.file_of(module, &name, files.sources));
                    }
                    continue;
                }
                let own_file = inner.content.is_none();
                let file = if own_file {
                    self.file_of(module, &name, files.sources)
                } else {
                    self.modules[module].file.clone()
                };
                let path = self.modules[module].path.iter().cloned().chain([name.clone()]).collect();
                let child = self.modules.len();
                self.modules.push(Module { path, file, parent: Some(module), ..Module::default() });
                self.modules[module].children.insert(name, child);
                if let Some((_, items)) = &inner.content {
                    self.read_items(child, items, files);
                } else {
                    self.read_file(child, files);
                }
                continue;
            }
            let mut collector = Collector { module, house: self, met: files.met };
            collector.visit_item(item);
        }
    }

    /// The file of a child module.
    fn file_of(&self, module: usize, name: &str, sources: &Sources) -> String {
        let folder = self.modules[module].path.join("/");
        let folder = if folder.is_empty() { folder } else { folder + "/" };
        let flat = format!("{folder}{name}.rs");
        if sources.contains_key(&flat) { flat } else { format!("{folder}{name}/mod.rs") }
    }

    fn record(&mut self, met: &Met) {
        let glob = met.kind == Kind::Glob;
        let mut found = Vec::new();
        self.find(met.module, &met.segments, 0, &mut found);
        for found in found {
            let from = &self.modules[met.module];
            let target = match found {
                Found::Ours { module, is_item } => {
                    let target = &self.modules[module];
                    Target::Ours {
                        module: target.path.clone(),
                        file: target.file.clone(),
                        is_item: is_item || glob,
                        is_reexport: met.kind == Kind::Reexport && target.path.starts_with(&from.path),
                    }
                }
                // A variable, or a name of the prelude.
                Found::Foreign(path) if met.kind == Kind::Path && path == met.segments && path.len() == 1 => {
                    continue;
                }
                Found::Foreign(path) => Target::Foreign { path, is_glob: glob },
            };
            let path = met.segments.join("::");
            self.uses.push(Use { file: from.file.clone(), line: met.line, path, target });
        }
    }

    /// Where a path leads that stands in a module.
    fn find(&self, module: usize, segments: &[String], hops: usize, found: &mut Vec<Found>) {
        let Some(first) = segments.first().filter(|_| hops < MOST_HOPS) else { return };
        let (this, rest) = (&self.modules[module], &segments[1..]);
        match first.as_str() {
            // `::std`
            "" => found.push(Found::Foreign(rest.to_vec())),
            "crate" => self.descend(self.root(module), rest, hops, found),
            // The binary uses the library by its name.
            "fundstelle" if self.modules[self.root(module)].file == "main.rs" => {
                self.descend(0, rest, hops, found);
            }
            "self" | "super" => {
                let start = if first == "super" { this.parent.unwrap_or(module) } else { module };
                match rest.first() {
                    Some(next) if next == "super" => self.find(start, rest, hops, found),
                    _ => self.descend(start, rest, hops, found),
                }
            }
            _ if this.knows(first) => self.descend(module, segments, hops, found),
            _ => {
                let before = found.len();
                self.through_globs(module, segments, hops, found);
                if found.len() == before {
                    found.push(Found::Foreign(segments.to_vec()));
                }
            }
        }
    }

    /// Where a path leads from inside a module.
    fn descend(&self, module: usize, segments: &[String], hops: usize, found: &mut Vec<Found>) {
        let Some(first) = segments.first() else {
            found.push(Found::Ours { module, is_item: false });
            return;
        };
        let (this, rest) = (&self.modules[module], &segments[1..]);
        let before = found.len();
        // A module and a function may have the same name.
        let child = this.children.get(first);
        if let Some(child) = child {
            self.descend(*child, rest, hops, found);
        }
        if this.items.contains(first) {
            found.push(Found::Ours { module, is_item: true });
        }
        for import in this.imports.get(first).into_iter().flatten().filter(|_| hops < MOST_HOPS) {
            let path = [import.as_slice(), rest].concat();
            match child {
                _ if import[0] != *first => self.find(module, &path, hops + 1, found),
                // `use draw::draw`, of a child; otherwise it begins with a crate: `use tempfile::tempfile`.
                Some(child) => self.descend(*child, &path[1..], hops + 1, found),
                None => found.push(Found::Foreign(path)),
            }
        }
        if found.len() == before {
            self.through_globs(module, segments, hops, found);
        }
        // What a macro defines, or a name that is not there.
        if found.len() == before {
            found.push(Found::Ours { module, is_item: true });
        }
    }

    /// Where a path leads that begins with a name some `use …::*` brings into a module's scope. A glob of another crate is
    /// recorded itself: it might mean any name.
    fn through_globs(&self, module: usize, segments: &[String], hops: usize, found: &mut Vec<Found>) {
        for glob in self.modules[module].globs.iter().filter(|_| hops < MOST_HOPS) {
            let mut there = Vec::new();
            self.find(module, glob, hops + 1, &mut there);
            for place in there {
                match place {
                    Found::Ours { module, is_item: false } if self.modules[module].knows(&segments[0]) => {
                        self.descend(module, segments, hops + 1, found);
                    }
                    Found::Ours { module, is_item: false } => {
                        self.through_globs(module, segments, hops + 1, found);
                    }
                    Found::Ours { .. } | Found::Foreign(_) => {}
                }
            }
        }
    }

    fn root(&self, mut module: usize) -> usize {
        while let Some(parent) = self.modules[module].parent {
            module = parent;
        }
        module
    }
}

struct Files<'a> {
    sources: &'a Sources,
    met: &'a mut Vec<Met>,
    /// Files that only tests compile.
    tests: &'a mut HashSet<String>,
}

/// Whether only tests compile this: `#[cfg(test)]`, or with more conditions `#[cfg(all(test, …))]`.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).any(|attribute| {
        let Meta::List(list) = &attribute.meta else { return false };
        let mut tokens = list.tokens.clone().into_iter();
        match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Ident(word)), None) => word == "test",
            (Some(TokenTree::Ident(word)), Some(TokenTree::Group(group))) if word == "all" => group
                .stream()
                .into_iter()
                .any(|token| matches!(token, TokenTree::Ident(word) if word == "test")),
            _ => false,
        }
    })
}

/// Collects the paths of an item.
struct Collector<'a> {
    module: usize,
    house: &'a mut House,
    met: &'a mut Vec<Met>,
}

impl Collector<'_> {
    fn meet(&mut self, span: Span, segments: Vec<String>, kind: Kind) {
        self.met.push(Met { module: self.module, line: span.start().line, segments, kind });
    }

    fn define(&mut self, name: &Ident) {
        self.house.modules[self.module].items.insert(name.to_string());
    }

    fn import(&mut self, prefix: &[String], tree: &UseTree, kind: Kind) {
        let with = |name: &dyn ToString| [prefix, &[name.to_string()]].concat();
        let (path, name): (_, &Ident) = match tree {
            UseTree::Path(path) => return self.import(&with(&path.ident), &path.tree, kind),
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.import(prefix, tree, kind));
            }
            UseTree::Glob(glob) => {
                self.house.modules[self.module].globs.push(prefix.to_vec());
                return self.meet(glob.star_token.spans[0], prefix.to_vec(), Kind::Glob);
            }
            UseTree::Name(name) if name.ident == "self" => (prefix.to_vec(), &name.ident),
            UseTree::Name(name) => (with(&name.ident), &name.ident),
            UseTree::Rename(rename) if rename.ident == "self" => (prefix.to_vec(), &rename.rename),
            UseTree::Rename(rename) => (with(&rename.ident), &rename.rename),
        };
        // `use key::{self}` is called by the last word of its path.
        let called = if name == "self" { prefix.last().cloned() } else { Some(name.to_string()) };
        self.house.modules[self.module].import(called.unwrap_or_default(), path.clone());
        self.meet(name.span(), path, kind);
    }

    /// Paths in the arguments of a macro, which need not be expressions.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        let mut start = Span::call_site();
        for token in tokens {
            match token {
                TokenTree::Ident(word) => {
                    if colons != 2 {
                        self.flush(start, &mut path);
                        start = word.span();
                    }
                    path.push(word.to_string());
                    colons = 0;
                }
                TokenTree::Punct(sign) if sign.as_char() == ':' => colons += 1,
                TokenTree::Punct(sign) if sign.as_char() == '!' && sign.spacing() == Spacing::Alone => {
                    if let Some(name) = path.last() {
                        self.meet(start, vec![format!("{name}!")], Kind::Macro);
                    }
                    self.flush(start, &mut path);
                    colons = 0;
                }
                TokenTree::Group(group) => {
                    self.flush(start, &mut path);
                    colons = 0;
                    self.tokens(group.stream());
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {
                    self.flush(start, &mut path);
                    colons = 0;
                }
            }
        }
        self.flush(start, &mut path);
    }

    fn flush(&mut self, span: Span, path: &mut Vec<String>) {
        if !path.is_empty() {
            self.meet(span, std::mem::take(path), Kind::Path);
        }
    }
}

impl<'ast> Visit<'ast> for Collector<'_> {
    fn visit_item(&mut self, item: &'ast Item) {
        let (attributes, name) = match item {
            Item::Const(item) => (&item.attrs, Some(&item.ident)),
            Item::Enum(item) => (&item.attrs, Some(&item.ident)),
            Item::Fn(item) => (&item.attrs, Some(&item.sig.ident)),
            Item::Static(item) => (&item.attrs, Some(&item.ident)),
            Item::Struct(item) => (&item.attrs, Some(&item.ident)),
            Item::Trait(item) => (&item.attrs, Some(&item.ident)),
            Item::Type(item) => (&item.attrs, Some(&item.ident)),
            Item::Union(item) => (&item.attrs, Some(&item.ident)),
            Item::Macro(item) => (&item.attrs, item.ident.as_ref()),
            Item::Impl(item) => (&item.attrs, None),
            Item::Use(item) => (&item.attrs, None),
            Item::ExternCrate(item) => {
                // `extern crate std as system;`
                let name = item.rename.as_ref().map_or(&item.ident, |(_, name)| name);
                let path = if item.ident == "self" { "crate".to_owned() } else { item.ident.to_string() };
                return self.house.modules[self.module].import(name.to_string(), vec![path]);
            }
            // Of others the module reads the items itself.
            Item::Mod(item) if !is_test(&item.attrs) => panic!("module {} is inside a function", item.ident),
            Item::Mod(_) => return,
            _ => return visit::visit_item(self, item),
        };
        if is_test(attributes) {
            return;
        }
        if let Some(name) = name {
            self.define(name);
        }
        visit::visit_item(self, item);
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let kind = if matches!(item.vis, Visibility::Inherited) { Kind::Import } else { Kind::Reexport };
        let prefix = if item.leading_colon.is_some() { vec![String::new()] } else { Vec::new() };
        self.import(&prefix, &item.tree, kind);
    }

    fn visit_path(&mut self, path: &'ast Path) {
        let names = path.segments.iter().map(|segment| segment.ident.to_string());
        let leading = path.leading_colon.as_ref().map(|_| String::new());
        self.meet(path.segments[0].ident.span(), leading.into_iter().chain(names).collect(), Kind::Path);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        visit::visit_macro(self, call);
        let name: Vec<String> = call.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let Some(name) = name.last() {
            self.meet(call.path.segments[0].ident.span(), vec![format!("{name}!")], Kind::Macro);
        }
        self.tokens(call.tokens.clone());
    }

    // `#[derive(…)]` and doc comments are not ours to judge, and `pub(in crate::app)` only says who may look.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_impl_item(&mut self, item: &'ast syn::ImplItem) {
        let attributes = match item {
            syn::ImplItem::Const(item) => &item.attrs,
            syn::ImplItem::Fn(item) => &item.attrs,
            syn::ImplItem::Type(item) => &item.attrs,
            _ => return visit::visit_impl_item(self, item),
        };
        if !is_test(attributes) {
            visit::visit_impl_item(self, item);
        }
    }
}
