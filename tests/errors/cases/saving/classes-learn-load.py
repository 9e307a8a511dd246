# rule: saving_sizes.other_number_of_classes
# source: https://stackoverflow.com/questions/53612835
# says: 5 classes
# says: 1\.8
# says: everything\s+but\s+the\s+last
# says: learn\.model\.load_state_dict\(keep, strict=False\)
# %% before
from fastai.vision.all import *
from PIL import Image
for c in 'cat dog'.split():
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for i in range(6): Image.new('RGB', (32, 32), (i * 40, 60, 90)).save(f'pets/{c}/{i}.png')
dls = ImageDataLoaders.from_folder('pets', valid_pct=0.3, item_tfms=Resize(32), bs=4)
vision_learner(dls, resnet18, pretrained=False, n_out=5).save('five')
# %% fails
learn = vision_learner(dls, resnet18, pretrained=False)
learn.load('five')
# %% mended
for i, c in enumerate('ant bee owl'.split()):
    Path('pets', c).mkdir(parents=True, exist_ok=True)
    for n in range(6): Image.new('RGB', (32, 32), (n * 40, i * 60, 90)).save(f'pets/{c}/{n}.png')
dls = ImageDataLoaders.from_path_func('pets', get_image_files('pets'), parent_label, valid_pct=0.2, item_tfms=Resize(32), bs=4)
learn = vision_learner(dls, resnet18, pretrained=False)
learn.load('five')
