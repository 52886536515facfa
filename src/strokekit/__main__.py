"""Run the command line as `python -m strokekit`."""

from strokekit.cli.main import run

if __name__ == "__main__":
    run()
