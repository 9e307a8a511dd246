# notice: numbering.several_labels_in_one
# source: lesson 6 of the book (PASCAL)
# says: label_delim='\s+'
# says: accuracy_multi
# %% before
from fastai.vision.all import *
Path("voc").mkdir()
for i in range(30): Image.new("RGB", (16, 16), (i * 8, 60, 90)).save(f"voc/{i}.png")
voc = pd.DataFrame({"fname": [f"{i}.png" for i in range(30)], "labels": ["horse person", "tram", "person bottle", "bottle", "person"] * 6})
# %% cell
dls = ImageDataLoaders.from_df(voc, "voc", fn_col="fname", label_col="labels", valid_pct=0.2, seed=3, bs=4, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=accuracy)
# %% mended
dls = ImageDataLoaders.from_df(voc, "voc", fn_col="fname", label_col="labels", label_delim=' ', valid_pct=0.2, seed=3, bs=4, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=accuracy_multi)
