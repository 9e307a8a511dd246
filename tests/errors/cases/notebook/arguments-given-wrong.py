# rule: none
# source: constructed
# %% before
import argparse

ap = argparse.ArgumentParser()
ap.add_argument("--size", type=int)
# %% fails
ap.parse_args(["--size", "big"])
# %% mended
ap.parse_args(["--size", "12"])
