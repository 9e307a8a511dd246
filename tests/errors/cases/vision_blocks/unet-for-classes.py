# rule: blocks_of_pictures.masks_and_outputs
# source: constructed
# says: vision_learner
# says: segmentation
# %% before
from fastai.vision.all import *
Path('images').mkdir()
for i in range(8): Image.fromarray(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'images/{i}.png')
files = get_image_files('images')
dls = ImageDataLoaders.from_name_func('.', files, label_func=lambda o: int(o[0]) % 2, bs=2, num_workers=0)
learn = unet_learner(dls, resnet18, pretrained=False)
# %% fails
learn.fit(1)
# %% mended
learn = vision_learner(dls, resnet18, metrics=error_rate, pretrained=False)
