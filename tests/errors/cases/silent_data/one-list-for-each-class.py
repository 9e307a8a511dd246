# notice: repeated_rows.one_row_repeated
# source: https://stackoverflow.com/questions/15516413
# says: same\s+value\s+3\s+times
# says: files_of\s+=\s+\{key:\s+\[\]\s+for\s+key\s+in\s+breeds\}
# %% before
import torch

breeds = ["pug", "boxer", "collie"]
files_of = dict.fromkeys(breeds, [])
# %% cell
for name in ("pug_1.jpg", "boxer_7.jpg", "pug_2.jpg"):
    files_of[name.split("_")[0]].append(name)
# %% mended
files_of = {key: [] for key in breeds}
for name in ("pug_1.jpg", "boxer_7.jpg", "pug_2.jpg"):
    files_of[name.split("_")[0]].append(name)
