/** Portuguese (Brazil). All of it best knowledge. */
export const pt = `
comprador compra|o comprador compra
itens comprados|produtos comprados
comprador recebe|o comprador recebe
aplica-se a|aplicável a
data de início|data inicial
data de término|data final
descrição interna
id de rastreamento|código de rastreamento
código promocional|código de resgate
um resgate por cliente|um uso por cliente
combinação de códigos promocionais|combinabilidade do código promocional
texto de exibição da página de detalhes|texto exibido na página de detalhes
adicionar nível|adicionar faixa
remover nível|remover faixa

uso único|de uso único
grupo|código de grupo
nenhum|nenhum código
preferencial
irrestrito|sem restrições
exclusivo
pelo menos esta quantidade de itens|no mínimo esta quantidade de itens
pelo menos este valor
para cada quantidade de itens comprados
porcentagem de desconto|desconto percentual
valor do desconto
preço fixo para todos os itens
itens grátis|itens gratuitos
item adicional
selecione|selecionar|selecione um
catálogo inteiro|todo o catálogo


código promocional para mídias sociais
compre um e leve outro

revisar|analisar
enviar
nome do grupo
quantidade
criar
pronto
baixar|fazer download
status
quantidade máxima por pedido|quantidade máxima do pedido`;
