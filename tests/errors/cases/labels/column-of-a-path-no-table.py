# rule: label_functions.path_for_a_reader
# source: constructed
# says: ColReader\('label'\)
# says: parent_label
# %% before
from fastai.vision.all import *
for c in ('oak', 'elm'):
    (Path('leaves')/c).mkdir(parents=True)
    for i in range(5): PILImage.create(np.full((24, 24, 3), 30 * i, dtype=np.uint8)).save(Path('leaves')/c/f'{c}{i}.png')

# %% fails
dsets = Datasets(get_image_files('leaves'), [[PILImage.create], [ColReader('label'), Categorize()]])
# %% mended
dsets = Datasets(get_image_files('leaves'), [[PILImage.create], [parent_label, Categorize()]])
