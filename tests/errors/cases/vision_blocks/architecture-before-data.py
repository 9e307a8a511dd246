# rule: arguments_swapped.of_fastai
# source: constructed
# says: resnet34 as dls
# says: learn = vision_learner\(pets, resnet34, pretrained=False\)
# %% before
from fastai.vision.all import *
for k in 'ab':
    (Path('p')/k).mkdir(parents=True)
    for i in range(6): Image.new('RGB', (32, 32), (i * 30, 60, 90)).save(f'p/{k}/{i}.jpg')
pets = ImageDataLoaders.from_folder('p', valid_pct=0.2, bs=2, num_workers=0)
# %% fails
learn = vision_learner(resnet34, pets, pretrained=False)
# %% mended
learn = vision_learner(pets, resnet34, pretrained=False)
