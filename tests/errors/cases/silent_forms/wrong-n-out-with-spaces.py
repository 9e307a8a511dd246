# notice: models.wrong_number_of_outputs
# source: constructed
# %% before
from fastai.vision.all import *
(Path('pics')/'a').mkdir(parents=True); (Path('pics')/'b').mkdir()
for k in 'ab':
    for i in range(6): PILImage.create(np.random.randint(0, 255, (32, 32, 3), dtype=np.uint8)).save(f'pics/{k}/{i}.png')
dls = ImageDataLoaders.from_folder('pics', valid_pct=0.3, seed=1, bs=4, num_workers=0)
# %% cell
learn = vision_learner(dls, resnet18, pretrained = False, n_out = 5)
