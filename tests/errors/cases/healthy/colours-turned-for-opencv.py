# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
for c in ('oak', 'elm'):
    (Path('leaves')/c).mkdir(parents=True)
    for i in range(6): PILImage.create(np.full((24, 24, 3), 30 * i, dtype=np.uint8)).save(Path('leaves')/c/f'{i}.png')
dls = ImageDataLoaders.from_folder('leaves', valid_pct=0.3, seed=2, bs=2, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False)
class cv2:
    imread = staticmethod(lambda f: np.array(Image.open(f))[:, :, ::-1])
# %% cell
img = cv2.imread('leaves/oak/1.png')
with learn.no_bar(): kind = learn.predict(PILImage.create(np.ascontiguousarray(img[:, :, ::-1])))[0]
arr = np.array(Image.open('leaves/oak/1.png'))
mirrored = arr[:, ::-1]
bgr = arr[:, :, ::-1]
with learn.no_bar(): other = learn.predict(PILImage.create(np.ascontiguousarray(mirrored)))[0]
