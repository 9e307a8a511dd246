# rule: saving_places.export_cannot_pickle
# source: constructed
# says: LogToFile\.out
# says: learn\.remove_cb\(LogToFile\)
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (32, 32), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.3, item_tfms=Resize(32), bs=4)
class LogToFile(Callback):
    def __init__(self): self.out = open('log.txt', 'w')
learn = vision_learner(dls, resnet18, pretrained=False, cbs=LogToFile())
# %% fails
learn.export('pets.pkl')
# %% mended
learn.remove_cb(LogToFile)
learn.export('pets.pkl')
