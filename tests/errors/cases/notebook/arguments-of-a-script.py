# rule: python_argparse.kernels_command_line
# source: https://stackoverflow.com/questions/48796169/how-to-fix-ipykernel-launcher-py-error-unrecognized-arguments-in-jupyter
# says: opt = ap\.parse_args\(\[\]\)
# says: sys\.argv
# %% before
import argparse
import sys

sys.argv = ["/opt/lib/ipykernel_launcher.py", "-f", "/home/me/kernel-1.json"]
ap = argparse.ArgumentParser()
ap.add_argument("--size", type=int, default=64)
# %% fails
opt = ap.parse_args()
# %% mended
opt = ap.parse_args([])
print(opt.size)
