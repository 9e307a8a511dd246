# rule: labels.unknown_label
# source: constructed
# says: occurs\s+in\s+the\s+validation\s+set
# %% before
from fastai.vision.all import *
def picture(path, value):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    PILImage.create(np.full((24, 24, 3), value, dtype=np.uint8)).save(path)
for i in range(8): picture(f'cars/train/{["bus", "van"][i % 2]}/{i}.jpg', i * 20)
for i in range(4): picture(f'cars/valid/{["bus", "tram"][i % 2]}/{i}.jpg', i * 20)
def test_loader(dls, files): return dls.test_dl(files, with_labels=True)
dls = ImageDataLoaders.from_folder('cars', valid='valid', bs=2, item_tfms=Resize(16), num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=accuracy)
# %% fails
learn.validate()
# %% mended
dls = ImageDataLoaders.from_folder('cars', valid='valid', bs=2, item_tfms=Resize(16), num_workers=0, vocab=['bus', 'tram', 'van'])
learn = vision_learner(dls, resnet18, pretrained=False, metrics=accuracy)
learn.validate()
