# rule: loaders_unpacked.whole_loader_unpacked
# source: constructed
# says: whole data set
# says: img, label = dls\.train_ds\[0\]
# %% before
from fastai.vision.all import *

for kind in ["oak", "fir"]:
    Path("trees", kind).mkdir(parents=True)
    for i in range(8):
        PILImage.create(np.full((20, 20, 3), 25 * i, dtype="uint8")).save(f"trees/{kind}/{i}.jpg")

dls = ImageDataLoaders.from_folder("trees", valid_pct=0.25, seed=3, item_tfms=Resize(16), bs=4)
# %% fails
img, label = dls.train_ds
# %% mended
img, label = dls.train_ds[0]
