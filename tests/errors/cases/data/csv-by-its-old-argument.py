# rule: data_from_csv.named_otherwise
# source: https://github.com/fastai/fastai/issues/1169
# says: csv_labels.*fastai 1
# says: folder='shots', item_tfms=Resize\(32\), bs=2, csv_fname='seas.csv'
# %% before
from PIL import Image as Pic
from fastai.vision.all import *

path = Path("coast")
(path / "shots").mkdir(parents=True)
for i in range(8):
    Pic.new("RGB", (40, 40), (i * 20, 60, 90)).save(path / f"shots/s{i}.jpg")
pd.DataFrame({"shot": [f"s{i}.jpg" for i in range(8)], "sea": ["calm", "rough"] * 4}).to_csv(
    path / "seas.csv", index=False
)
bare = pd.DataFrame({"shot": [f"s{i}" for i in range(8)], "sea": ["calm", "rough"] * 4})
# %% fails
dls = ImageDataLoaders.from_csv(path, folder="shots", csv_labels="seas.csv", item_tfms=Resize(32), bs=2)
# %% mended
dls = ImageDataLoaders.from_csv(path, folder="shots", item_tfms=Resize(32), bs=2, csv_fname="seas.csv")
