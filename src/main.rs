//! The `fundstelle` command. All of it is in the library; see [`fundstelle::cli`].

fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
