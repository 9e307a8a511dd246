# rule: folders_as_items.folder_as_item
# source: constructed
# says: the folder unseen
# says: takes a list of items
# says: new_dl = learn\.dls\.test_dl\(get_image_files\(where\)\)
# %% before
from fastai.vision.all import *
for k in ("elm", "oak"):
    (Path("leaves")/k).mkdir(parents=True)
    for i in range(6): Image.new("RGB", (16, 16), (i * 30, 60, 90)).save(f"leaves/{k}/{k}_{i}.png")
Path("unseen").mkdir()
Image.new("RGB", (16, 16), (30, 60, 90)).save("unseen/one.png")
dls = ImageDataLoaders.from_folder("leaves", valid_pct=0.3, seed=1, item_tfms=Resize(16), bs=4, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False)
where = "unseen"
# %% fails
new_dl = learn.dls.test_dl(where)
probs, _ = learn.get_preds(dl=new_dl)
# %% mended
new_dl = learn.dls.test_dl(get_image_files(where))
probs, _ = learn.get_preds(dl=new_dl)
