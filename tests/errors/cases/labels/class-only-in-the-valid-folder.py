# rule: labels.unknown_label
# source: constructed
# says: 'fir'
# says: dls = ImageDataLoaders\.from_folder\('wood', item_tfms=Resize\(16\), bs=2, num_workers=0, vocab=\['elm', 'fir', 'oak'\]\)
# %% before
from fastai.vision.all import *
for part, kinds in (('train', ('elm', 'oak')), ('valid', ('elm', 'fir'))):
    for k in kinds:
        (Path('wood')/part/k).mkdir(parents=True)
        for i in range(3): Image.new('RGB', (20, 20), (30 * i, 0, 9)).save(f'wood/{part}/{k}/{i}.png')
# %% fails
dls = ImageDataLoaders.from_folder('wood', item_tfms=Resize(16), bs=2, num_workers=0)
for _ in dls.valid: pass
# %% mended
dls = ImageDataLoaders.from_folder('wood', item_tfms=Resize(16), bs=2, num_workers=0, vocab=['elm', 'fir', 'oak'])
for _ in dls.valid: pass
