# notice: colour_order.red_and_blue_exchanged
# source: constructed
# says: exchanges red and blue
# says: Leave it out: arr
# %% before
from fastai.vision.all import *
for c in ('oak', 'elm'):
    (Path('leaves')/c).mkdir(parents=True)
    for i in range(6): PILImage.create(np.full((24, 24, 3), 30 * i, dtype=np.uint8)).save(Path('leaves')/c/f'{i}.png')
dls = ImageDataLoaders.from_folder('leaves', valid_pct=0.3, seed=2, bs=2, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False)

# %% cell
arr = np.array(PILImage.create('leaves/oak/1.png'))
img = PILImage.create(np.ascontiguousarray(arr[..., ::-1]))
with learn.no_bar(): kind = learn.predict(img)[0]
# %% mended
arr = np.array(PILImage.create('leaves/oak/1.png'))
img = PILImage.create(arr)
with learn.no_bar(): kind = learn.predict(img)[0]
