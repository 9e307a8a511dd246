# notice: nothing_held_out.none_held_out
# source: constructed
# says: held_out\s+is\s+True\s+in\s+none\s+of\s+the\s+20\s+rows
# says: valid_pct=0\.2\s+in\s+place\s+of\s+valid_col='held_out'
# %% before
from fastai.vision.all import *
Path("leaves").mkdir()
for i in range(20): Image.new("RGB", (16, 16), (i * 10, 60, 90)).save(f"leaves/{i}.png")
table = pd.DataFrame({"file": [f"{i}.png" for i in range(20)], "tree": ["oak", "elm"] * 10})
table["held_out"] = table.index > 50
# %% cell
dls = ImageDataLoaders.from_df(table, "leaves", valid_col='held_out', bs=4, num_workers=0)
# %% mended
dls = ImageDataLoaders.from_df(table, "leaves", valid_pct=0.2, bs=4, num_workers=0)
