# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
Path("zoo").mkdir()
for i in range(30): Image.new("RGB", (16, 16), (i * 8, 60, 90)).save(f"zoo/{i}.png")
zoo = pd.DataFrame({"file": [f"{i}.png" for i in range(30)], "labels": ["polar bear", "sea lion", "lion", "sea otter", "brown bear"] * 6})
zoo["label"] = ["fire truck", "truck driver", "bus driver", "bus", "truck"] * 6
zoo["town"] = ["Bonn, Germany", "Lyon, France", "Paris, France", "Rome", "Ulm, Germany"] * 6
# %% cell
dls = ImageDataLoaders.from_df(zoo, "zoo", label_col="labels", valid_pct=0.2, seed=1, bs=4, num_workers=0)
jobs = ImageDataLoaders.from_df(zoo, "zoo", label_col="label", valid_pct=0.2, seed=1, bs=4, num_workers=0)
towns = ImageDataLoaders.from_df(zoo, "zoo", label_col="town", valid_pct=0.2, seed=1, bs=4, num_workers=0)
