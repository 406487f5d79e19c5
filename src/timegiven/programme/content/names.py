"""Names for demonstration people, in London's mixture; nobody real is meant.

Source: common given and family names of each community, from general knowledge, put together at random by the
demonstration generator. The weights make 40 in 100 volunteers of black and minority ethnic origin, as the report
of 26 April 2007 says (clause 146). A name says nothing about the equality answers of anyone real.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Community:
    """Given and family names that go together, and how many volunteers in a hundred bear them."""

    code: str
    name: str
    weight: int
    is_black_or_minority_ethnic: bool
    given: tuple[str, ...]
    family: tuple[str, ...]


def _names(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_BRITISH = Community(
    "british",
    "White British",
    49,
    False,
    _names("""
    Alan Alice Amy Andrew Anna Anthony Barbara Beatrice Brenda Brian Callum Caroline Charlotte Christine Clive
    Colin Daisy Daphne David Dennis Derek Doreen Dorothy Edith Edward Eileen Elizabeth Ellen Emily Eric Ernest
    Fiona Florence Frank Geoffrey George Gillian Grace Graham Harold Harriet Hazel Helen Henry Hilary Ian Irene
    Jack Jacqueline James Janet Jean Joan Joseph Joyce Judith Keith Kenneth Laura Leonard Lesley Margaret Marjorie
    Martin Maureen Megan Michael Muriel Neil Nigel Norman Oliver Pamela Patricia Peter Philip Ralph Raymond Rita
    Robert Roger Rosemary Roy Samuel Sandra Sheila Stanley Stephen Susan Sylvia Terence Thomas Valerie Vera Walter
    Wendy William Winifred"""),
    _names("""
    Abbott Allen Ashworth Atkins Bailey Baldwin Barker Barnett Bateman Bennett Bishop Bradley Briggs Brooks
    Burgess Burton Carpenter Carter Chambers Chapman Clarke Coleman Cooper Cox Crawford Dawson Dixon Draper
    Ellis Farrow Fletcher Foster Fowler Gibbs Gilbert Goddard Goodwin Greenwood Hancock Harding Harper Hartley
    Hawkins Hodges Holloway Hooper Howells Hutchins Ingram Jarvis Jennings Kemp Knight Lambert Langley Lawson
    Marsden Mason Mercer Millward Morley Nash Newell Norris Osborne Palmer Parkes Pearce Perkins Potter Preston
    Radford Reeves Rowley Sanders Saunders Shepherd Simmons Skinner Spencer Stokes Sutcliffe Tanner Thornton Tucker
    Turner Underhill Vickers Wakefield Walsham Watkins Webster Wheeler Whitmore Wilcox Woodward Wyatt Yates"""),
)

_EUROPEAN = Community(
    "european",
    "Irish and other European",
    11,
    False,
    _names("""
    Aoife Brendan Bridget Cathal Ciara Declan Eamon Fintan Kathleen Maeve Niamh Noreen Padraig Siobhan Sinead
    Agnieszka Andrzej Beata Ewa Grzegorz Jadwiga Krzysztof Magdalena Marek Piotr Tomasz Zofia Katarzyna
    Alessandra Benedetta Carlo Chiara Gianni Giulia Lorenzo Paola Ana Beatriz Duarte Filipa Inês Joana Rui Tiago
    Andreea Cristian Ioana Mihai Radu Elena Georgi Ivanka Stoyan Androulla Costas Despina Eleni Kyriakos Yiannis
    Anneliese Dieter Greta Klaus Margit Sabine Amelie Baptiste Camille Mathilde Vytautas Rasa"""),
    _names("""
    Brannigan Byrne Callaghan Carmody Corrigan Costello Doherty Fallon Fitzgerald Gallagher Geraghty Hanrahan
    Keogh Lonergan McGrath Moriarty Mulcahy Noonan Quinlan Rafferty Scanlon Tierney Adamczyk Borowski Dudek
    Gorski Jablonski Kaczmarek Kowalczyk Krawczyk Majewska Nowicki Pawlak Sikora Wrona Zielinski Bellini Caruso
    Ferrara Galli Lombardi Marchetti Rinaldi Almeida Carvalho Figueira Lourenço Pinheiro Teixeira Albu Ciobanu
    Dobre Munteanu Stanciu Dimitrova Petkov Charalambous Demetriou Georgiou Ioannou Papas Brandt Keller Vogel
    Dubois Lefevre Marchand Petrauskas Kazlauskas"""),
)

_INDIAN = Community(
    "indian",
    "Indian and Sri Lankan",
    8,
    True,
    _names("""
    Aarti Ajay Amrit Anand Anjali Arjun Arun Asha Bhavna Bharat Chandra Deepa Dilip Dipti Divya Ganesh Geeta
    Gurpreet Harbans Harjit Hema Hitesh Indira Jagdish Jasbir Jaswinder Jayesh Jyoti Kalpana Kamal Kavita
    Kiran Kirti Lakshmi Lalita Mahesh Manjit Meena Mohan Mukesh Nalini Narinder Neha Nilesh Nirmala Pallavi
    Parminder Prakash Pradeep Pritam Pushpa Raj Rajesh Ramesh Ranjit Reena Rohan Sanjay Sarita Satish Savita
    Shanti Shilpa Sukhdev Sunita Suresh Tarun Usha Varsha Vijay Vimala Yogesh Thevi Kumaran Sivarani"""),
    _names("""
    Acharya Agarwal Amin Arora Bains Bakshi Banerjee Bansal Bhatt Bhogal Chauhan Chawla Chopra Dave Desai Dhillon
    Dhaliwal Doshi Gokhale Gill Goswami Gupta Iyer Jadeja Jain Joshi Kapoor Kaur Kohli Kotecha Krishnan Kumar
    Lakhani Madhvani Mahajan Malhotra Mehta Menon Mistry Modha Mukherjee Nair Panchal Pandya Parekh Parmar Patel
    Pillai Raman Randhawa Rao Sahota Sandhu Shah Sharma Sidhu Singh Sodhi Solanki Soni Subramaniam Thakkar
    Thakrar Trivedi Vaghela Varma Vyas Nadarajah Sivakumar Selvarajah Perera Fernando"""),
)

_PAKISTANI_BANGLADESHI = Community(
    "pakistani_bangladeshi",
    "Pakistani and Bangladeshi",
    7,
    True,
    _names("""
    Abdul Abida Adeel Afzal Aisha Akhtar Ali Amina Anwar Arif Asif Asma Ayesha Aziz Bashir Bilal Bushra Faisal
    Farida Farzana Fatima Fazal Ghulam Habib Hafsa Halima Hamid Hasina Humaira Ibrahim Iftikhar Imtiaz Iqbal
    Ishrat Jahanara Jamil Javed Kamran Karim Khadija Khalida Luthfur Mahmuda Maryam Mushtaq Nabila Nadia Naeem
    Nasreen Nasir Nazma Parveen Qasim Rafiq Rahima Rashida Razia Rehana Rezaul Rizwan Rukhsana Saima Salma
    Samina Shabana Shahid Shahnaz Shakil Shazia Shirin Sultana Tahira Tariq Taslima Yasmin Zahid Zubair"""),
    _names("""
    Abbasi Afridi Ahmed Akram Alam Amjad Ansari Arshad Ashraf Aslam Awan Baig Begum Bhatti Bhuiyan Bibi Butt
    Chaudhry Choudhury Dar Farooq Ghani Gondal Hanif Haque Hashmi Hossain Hussain Islam Jahan Jamal Janjua Kabir
    Kausar Kazmi Khanom Khatun Latif Lodhi Mahmood Majumder Malik Mannan Matin Miah Mir Mirza Mughal Munir
    Mustafa Nawaz Nizami Paracha Qadir Qureshi Rahman Rana Rashid Rehman Sabir Saeed Sarwar Sattar Shafiq Sheikh
    Siddiqui Talukdar Uddin Ullah Yaqub Yousaf Zaman"""),
)

_AFRICAN = Community(
    "african",
    "West and Central African",
    10,
    True,
    _names("""
    Abena Abiola Adaeze Adebayo Adwoa Afia Akosua Akua Amaka Ama Ayodele Babatunde Bamidele Bukola Chidi
    Chiamaka Chinedu Chioma Damilola Ebo Efua Ekow Emeka Emmanuel Esi Esther Femi Folake Foluke Funmilayo Gifty
    Ifeanyi Ifeoma Ikenna Kayode Kemi Kofi Kojo Kwabena Kwaku Kwame Kwesi Mercy Modupe Ngozi Nkechi Nnamdi Obinna
    Olajide Olufemi Olumide Oluwaseun Omolara Patience Rotimi Sade Segun Serwaa Simisola Sunday Taiwo Temitope
    Titilayo Tunde Uche Yaa Yaw Yetunde Fatou Isatou Mariama Sorie Mbuyi Clarisse Fabrice Blessing"""),
    _names("""
    Abiodun Acheampong Adebiyi Adeleke Adeniran Adewale Adeyemi Adjei Afolabi Agyeman Ajayi Akande Akinola
    Akinyemi Amankwah Amoako Ampofo Anane Ankrah Antwi Appiah Asante Asare Awuah Ayeni Babalola Badmus Bangura
    Boadu Boakye Boateng Chukwu Conteh Danso Darko Donkor Duru Egwu Ekwueme Eze Fadipe Fashola Fofana Gyamfi
    Ibekwe Igwe Jalloh Kamara Kanu Koroma Kuti Lawal Mensah Nyarko Nwachukwu Nwosu Obi Odukoya Ofori
    Ogunleye Ojo Okafor Okeke Okonkwo Okoro Oladipo Olawale Onyango Opoku Osei Oteng Owusu Oyelaran Quaye Sarpong
    Sesay Tetteh Uzoma Yeboah Mbala Ilunga"""),
)

_CARIBBEAN = Community(
    "caribbean",
    "Caribbean",
    8,
    True,
    _names("""
    Adina Aldwyn Alvin Althea Angella Audley Avril Beverley Bertram Carlton Cedella Cecil Claudette Clifton
    Clovis Cordell Cynthia Dahlia Delroy Denzel Desmond Devon Donnette Dorrett Earl Egbert Elroy Errol Esmie
    Eulalie Everton Fitzroy Floyd Garfield Gladstone Glenroy Gloria Hortense Hyacinth Icilda Ivy Jermaine
    Josephine Joycelyn Keisha Kenrick Lascelles Leroy Lloyd Lorna Lucille Marcia Marlon Marva Maxine Merlene
    Millicent Monica Myrtle Neville Nerissa Novelette Olive Orville Paulette Pearline Percival Roland Rohan Ruel
    Sharmaine Sonia Selwyn Thelma Tyrone Una Verona Veronica Vincent Wilbert Winston Yvonne Zelma"""),
    _names("""
    Alleyne Archibald Bartley Beckford Bernard Blackwood Bogle Brathwaite Bygraves Campbell Cargill Chin
    Codrington Constantine Cuthbert Cuffe Daley DaCosta Dacres Downer Drummond Dunkley Edmondson Facey
    Falconer Felix Forde Francis Gayle Gittens Goulbourne Gordon Grant Green Greenidge Griffiths
    Haughton Henriques Hibbert Hinds Holness Honeyghan Hylton Jeremiah Joseph Laing Lindo Linton Livermore McFarlane
    McIntosh McKenzie McLeod Morgan Morrison Mowatt Nembhard Noel Palmer Parchment Pascal Paul Pinnock Plummer
    Ramsay Reid Richards Roach Samuels Scarlett Senior Shirley St-Hilaire Stewart Swaby Thompson Trotman Vassell
    Wedderburn Whyte Wray Wynter"""),
)

_EAST_ASIAN = Community(
    "east_asian",
    "Chinese, Vietnamese and other East Asian",
    3,
    True,
    _names("""
    Ah-Lam Anh Bao Bich Chun Cuong Dung Fai Fang Feng Ha Hai Hanh Hao Hiroshi Hoa Hong Hsiu Hua Hui Hung Hyun
    Jia Jian Jin Jing Jun Kai Keiko Kenji Khanh Kit-Ying Lan Lei Li-Na Linh Ling Mai Mei Mei-Ling Ming Minh
    Min-Jung Nam Nga Ngoc Nhung Phuong Ping Qiang Qing Quan Rong Rui Shan Siew Siu-Ming Soo-Jin Thanh Thao Thi
    Thuy Trang Tuan Wai Wei Wen Wing Xia Xin Yan Yi Ying Yoko Yuen Yuki Zhen Analyn Jocelyn Rosario"""),
    _names("""
    Au Bui Cai Cao Chai Cheng Cheung Cho Choi Chow Chung Dang Deng Dinh Do Doan Duong Fan Fong Fung Gao Guo Han
    Ho Hoang Hsu Hu Huang Huynh Ip Kang Kim Kwan Kwok Lai Lam Lau Le Leung Li Liang Lim Lin Liu Lo Lu Luong Ly
    Ma Mak Mok Ng Ngo Nguyen Oh Pang Park Pham Phan Poon Shen Song Sun Suzuki Tam Tan Tang Tanaka To Tran Truong
    Tsang Vo Vu Wan Wong Wu Xu Yamada Yang Yeung Yip Yu Zhang Zhao Zheng Santos Reyes Cruz"""),
)

_MIDDLE_EASTERN_EAST_AFRICAN = Community(
    "middle_eastern_east_african",
    "Arab, Iranian, Kurdish and East African",
    4,
    True,
    _names("""
    Abdirahman Abdi Abeba Adan Aida Almaz Amal Amir Arash Asad Asli Ayaan Azadeh Bahar Bahman Basma Berhane Dalia
    Daud Deka Dina Fadumo Farah Faris Farhiya Fawzia Feven Firouzeh Ghada Habiba Haben Hala Hani Hassan Hibo
    Hodan Hoda Ismail Idil Jamila Kassim Kidane Khalil Laila Leila Lubna Mahad Mahnaz Majid Mana Marwan Meron Mina
    Mona Mulugeta Munira Mustaf Nadifa Nasra Nawal Nima Omar Parisa Rania Reza Rozin Saba Sahra Saleh Samir Selam
    Shirwan Sirad Soheila Suleiman Tesfaye Tsehay Warsan Yonas Yusra Zahra Zainab Zeinab Ziad"""),
    _names("""
    Abdalla Abdullahi Abebe Aden Afshar Al-Amin Al-Basri Al-Jabouri Al-Khatib Al-Najjar Amiri Asmelash Awad Aweys
    Aziz Barre Barwari Bayat Bekele Berhe Dirie Duale Ebrahimi Egal Elmi Elsayed Ershad Fadel Farhan Fawzi
    Gebre Ghorbani Girma Guled Haddad Haile Hakimi Hamdan Hashi Hersi Hosseini Ibrahim Jafari Jama Karimi Kassem
    Khalaf Kidane Mansour Mebrahtu Moalim Mohamud Mokhtari Moradi Muse Mustafa Naseri Nassar Nur Osman Qasim Rahimi
    Rostami Saad Sabri Said Salehi Samatar Shire Suleiman Tadesse Tekle Tesfay Warsame Yassin Yohannes Zand Zerai"""),
)

COMMUNITIES: tuple[Community, ...] = (
    _BRITISH,
    _EUROPEAN,
    _INDIAN,
    _PAKISTANI_BANGLADESHI,
    _AFRICAN,
    _CARIBBEAN,
    _EAST_ASIAN,
    _MIDDLE_EASTERN_EAST_AFRICAN,
)

# Pairs that the lists could make and that belong to somebody well known; the generator never puts them together.
NEVER_TOGETHER: frozenset[tuple[str, str]] = frozenset(
    {
        ("Alan", "Bennett"),
        ("Alice", "Cooper"),
        ("Andrew", "Bailey"),
        ("Anthony", "Burgess"),
        ("Anthony", "Perkins"),
        ("Arjun", "Kapoor"),
        ("Asma", "Jahan"),
        ("Brian", "Cox"),
        ("Carlton", "Palmer"),
        ("David", "Bailey"),
        ("Deepa", "Mehta"),
        ("Delroy", "Lindo"),
        ("Dennis", "Potter"),
        ("Dennis", "Skinner"),
        ("Earl", "Campbell"),
        ("Emeka", "Okafor"),
        ("Errol", "Dunkley"),
        ("Femi", "Kuti"),
        ("Frank", "Skinner"),
        ("Frank", "Turner"),
        ("Garfield", "Morgan"),
        ("Geoffrey", "Palmer"),
        ("George", "Osborne"),
        ("Graham", "Potter"),
        ("Hassan", "Mohamud"),
        ("Henry", "Cooper"),
        ("Jack", "Osborne"),
        ("James", "Mason"),
        ("Jamil", "Qureshi"),
        ("Jermaine", "Beckford"),
        ("Kenneth", "Clarke"),
        ("Kiran", "Desai"),
        ("Lloyd", "Honeyghan"),
        ("Mahesh", "Bhatt"),
        ("Marcia", "Griffiths"),
        ("Martin", "Kemp"),
        ("Nnamdi", "Kanu"),
        ("Norman", "Foster"),
        ("Raj", "Kapoor"),
        ("Robert", "Palmer"),
        ("Rohan", "Joshi"),
        ("Stanley", "Spencer"),
        ("Stephen", "Foster"),
        ("Susan", "Cooper"),
        ("Warsan", "Shire"),
        ("William", "Turner"),
        ("Winston", "Reid"),
    }
)
