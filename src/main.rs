//! The `fundstelle` command. All of it is in the library; see [`fundstelle::cli`].

fn main() -> std::process::ExitCode {
    fundstelle::cli::run(std::env::args_os(), |name| std::env::var(name).ok())
}
