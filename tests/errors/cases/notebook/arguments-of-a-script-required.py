# rule: python_argparse.kernels_command_line
# source: constructed
# says: parse_args\(\['--folder', '…'\]\)
# %% before
import argparse
import sys

sys.argv = ["/opt/lib/colab_kernel_launcher.py", "-f", "/root/kernel-1.json"]
ap = argparse.ArgumentParser()
ap.add_argument("--folder", required=True)
# %% fails
print(ap.parse_args().folder)
# %% mended
print(ap.parse_args(['--folder', 'here']).folder)
