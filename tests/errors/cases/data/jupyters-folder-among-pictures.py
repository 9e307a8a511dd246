# rule: paths.folder_for_a_file
# source: https://stackoverflow.com/questions/46421437
# says: Jupyter
# says: endswith\('.png'\)
# %% before
from PIL import Image
from pathlib import Path
Path('faces/.ipynb_checkpoints').mkdir(parents=True)
for i in range(3): Image.new('RGB', (8, 8)).save(f'faces/{i}.png')
import os
# %% fails
pictures = [Image.open(f'faces/{one}') for one in sorted(os.listdir('faces'))]
# %% mended
pictures = [Image.open(f'faces/{one}') for one in sorted([o for o in os.listdir('faces') if o.endswith('.png')])]
