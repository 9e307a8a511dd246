# rule: blocks_of_pictures.masks_and_outputs
# source: https://github.com/fastai/fastbook/blob/master/13_convolutions.ipynb
# says: channels
# says: Flatten
# %% before
from fastai.vision.all import *
Path('images').mkdir()
for i in range(8): Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'images/{i}.png')
files = get_image_files('images')
dls = ImageDataLoaders.from_name_func('.', files, label_func=lambda o: int(o[0]) % 2, bs=2, num_workers=0)
broken_cnn = nn.Sequential(nn.Conv2d(3, 30, 3, padding=1), nn.ReLU(), nn.Conv2d(30, 2, 3, padding=1))
learn = Learner(dls, broken_cnn, metrics=accuracy)
# %% fails
learn.fit(1)
# %% mended
learn.model = nn.Sequential(learn.model, nn.AdaptiveAvgPool2d(1), nn.Flatten())
learn.fit(1)
