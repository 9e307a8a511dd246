# notice: numbering.several_labels_in_one
# source: constructed
# says: combinations\s+of\s+5\s+words
# says: label_delim='\s+'
# says: accuracy_multi
# %% before
from fastai.vision.all import *
from PIL import Image
Path('films').mkdir()
def poster(n): Image.new('RGB', (16, 16), (n * 5, 9, 9)).save(f'films/{n}.png')
for n in range(36): poster(n)
films = pd.DataFrame({'file': [f'{n}.png' for n in range(36)], 'genres': ['drama crime', 'crime', 'comedy family', 'drama family', 'comedy drama', 'war drama crime'] * 6})
# %% cell
dls = ImageDataLoaders.from_df(films, 'films', fn_col='file', label_col='genres', valid_pct=0.25, bs=4, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=accuracy)
# %% mended
dls = ImageDataLoaders.from_df(films, 'films', fn_col='file', label_col='genres', label_delim=' ', valid_pct=0.25, bs=4, num_workers=0)
learn = vision_learner(dls, resnet18, pretrained=False, metrics=accuracy_multi)
