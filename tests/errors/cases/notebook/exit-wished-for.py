# rule: none
# source: constructed
# %% fails
import sys

sys.exit("enough for today")
# %% mended
print("enough for today")
