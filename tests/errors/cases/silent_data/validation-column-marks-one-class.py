# notice: splits.one_class_in_valid
# source: constructed
# says: of\s+class\s+wasp
# says: marks\s+rows\s+of\s+this\s+class\s+alone
# says: valid_pct=0\.2\s+in\s+place\s+of\s+valid_col
# %% before
from fastai.vision.all import *
Path("bugs").mkdir()
for i in range(30): Image.new("RGB", (16, 16), (i * 8, 60, 90)).save(f"bugs/{i}.png")
bugs = pd.DataFrame({"name": [f"{i}.png" for i in range(30)], "kind": ["ant"] * 10 + ["bee"] * 10 + ["wasp"] * 10})
bugs["held"] = bugs.index >= 24
# %% cell
dls = ImageDataLoaders.from_df(bugs, path="bugs", fn_col="name", label_col="kind", valid_col="held", bs=4, num_workers=0)
# %% mended
dls = ImageDataLoaders.from_df(bugs, path="bugs", fn_col="name", label_col="kind", valid_pct=0.2, bs=4, num_workers=0)
