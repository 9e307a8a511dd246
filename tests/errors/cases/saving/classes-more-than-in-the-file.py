# rule: saving_sizes.other_number_of_classes
# source: constructed
# says: train\s+the\s+3\s+classes\s+of\s+now
# says: if k not in \('1\.8\.weight',\)
# says: bear\.model\.load_state_dict\(keep, strict=False\)
# %% before
from fastai.vision.all import *
for folder, names in (("bears", ["black", "teddy"]), ("more", ["black", "panda", "teddy"])):
    for c in names:
        Path(folder, c).mkdir(parents=True)
        for i in range(6): Image.new("RGB", (40, 40), (i*20, 60, 90)).save(Path(folder, c, f"{i}.jpg"))
dls = ImageDataLoaders.from_folder("bears", valid_pct=0.3, seed=42, item_tfms=Resize(32), bs=4)
two = vision_learner(dls, resnet18, pretrained=False, path=".")
two.fit(1)
two.save("two")
# %% fails
more = ImageDataLoaders.from_folder("more", valid_pct=0.3, seed=42, item_tfms=Resize(32), bs=4)
more.path = Path(".")
bear = vision_learner(more, resnet18, pretrained=False)
bear.load('two')
# %% mended
more = ImageDataLoaders.from_folder("more", valid_pct=0.3, seed=42, item_tfms=Resize(32), bs=4)
more.path = Path(".")
bear = vision_learner(more, resnet18, pretrained=False)
sd = torch.load('models/two.pth', weights_only=False)['model']
keep = {k: v for k, v in sd.items() if k not in ('1.8.weight',)}
bear.model.load_state_dict(keep, strict=False)
bear.fit(1)
