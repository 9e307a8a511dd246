# rule: blocks_of_pictures.masks_and_outputs
# source: constructed
# says: vision_learner
# %% before
from fastai.vision.all import *
Path('images').mkdir()
for i in range(8): Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'images/{i}.png')
files = get_image_files('images')
def tiny_unet(n): return nn.Sequential(nn.Conv2d(3, 4, 3, padding=1), nn.ReLU(), nn.Conv2d(4, n, 1))
dls = ImageDataLoaders.from_name_func('.', files, label_func=lambda o: int(o[0]) % 2, bs=2, num_workers=0)
learn = Learner(dls, tiny_unet(2))
# %% fails
learn.fit(1)
# %% mended
learn = vision_learner(dls, resnet18, metrics=error_rate, pretrained=False)
